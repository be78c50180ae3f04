"""Files: what people handed over, stored once, served by their owner's rule."""

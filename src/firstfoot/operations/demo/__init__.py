"""The demo: a made-up world, lived through with the real actions."""

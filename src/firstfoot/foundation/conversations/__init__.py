"""Plain threads of posts; who may read one is its owner's rule."""

"""Pages about oneself: sign-in, settings, inbox."""

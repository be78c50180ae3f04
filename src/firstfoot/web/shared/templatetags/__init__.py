"""The template tags of the face."""

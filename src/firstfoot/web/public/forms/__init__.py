"""What visitors type."""

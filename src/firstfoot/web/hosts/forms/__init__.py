"""What hosts type."""

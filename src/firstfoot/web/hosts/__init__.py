"""Pages of host organizations."""

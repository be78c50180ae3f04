"""What every page shares: the look, the tags, the forms' dress, the error pages."""

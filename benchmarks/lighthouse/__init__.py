"""What Lighthouse says of the public pages."""

"""What makes the site fast, and can be proved without a stopwatch."""

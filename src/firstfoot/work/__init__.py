"""Where they do the project: engagements and evaluations."""

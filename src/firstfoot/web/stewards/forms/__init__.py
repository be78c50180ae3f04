"""Forms of those who run the installation."""

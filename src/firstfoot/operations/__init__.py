"""The commands of the firstfoot program."""

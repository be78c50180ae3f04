"""What an operator should look at: each part of the installation, and what to do about it."""

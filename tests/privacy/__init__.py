"""What is held about a person: copied out whole, and erased."""

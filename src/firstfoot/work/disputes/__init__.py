"""What two sides cannot settle themselves: a hold, two statements, a decision with reasons, one appeal."""

"""People: who has an account, how they are called, what they agreed to."""

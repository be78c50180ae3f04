"""What people are told: the inbox in the app and stored mail."""

"""What they can show afterwards, and what comes next."""

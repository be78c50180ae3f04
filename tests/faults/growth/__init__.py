"""What a later release could do to the conversations: migrations that only a test applies."""

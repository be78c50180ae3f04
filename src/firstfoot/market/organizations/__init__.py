"""Host organizations, their members and invitations."""

"""Credentials: the signed proof of a finished engagement (only its lifecycle stands yet)."""

"""The vocabulary that an installation adds to ours."""

"""The people one worked with: who stays in touch with whom, because both said yes."""

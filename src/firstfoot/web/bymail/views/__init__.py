"""The view behind links in mails."""

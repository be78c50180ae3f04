"""Forms of pages behind links in mails."""

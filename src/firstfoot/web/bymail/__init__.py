"""Pages behind links in mails: one thing, once, without signing in; they use the forms of the audiences."""

"""What people of a host may do by a link in a mail, without signing in."""

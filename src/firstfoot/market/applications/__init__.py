"""Applications: one person asking for one project, and the host's answer."""

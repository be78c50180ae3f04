"""Pages of interns and applicants."""

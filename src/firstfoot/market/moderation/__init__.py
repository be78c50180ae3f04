"""What stewards look at: held posts, reports, messages; who has it, by when, what was decided, and the appeal."""

"""What people say of their sex and ethnicity, if they like, for the fairness audit and for nothing else."""

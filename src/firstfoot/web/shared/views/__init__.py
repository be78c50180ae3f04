"""The pages that belong to no audience: errors and the style guide."""

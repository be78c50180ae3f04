"""The engagement walked at random by everybody, beside a small model of what must follow."""

"""What people are told of each fact, one module a kind of thing."""

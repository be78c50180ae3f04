"""What each page costs, beside what it could cost at best: `make bench`."""

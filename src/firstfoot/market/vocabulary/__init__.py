"""What an installation adds to the vocabulary of skills: words that stewards read, skills that were imported."""

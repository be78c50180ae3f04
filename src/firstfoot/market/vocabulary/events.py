"""What happens to the vocabulary of an installation."""

from django.db.models import TextChoices


class Vocabulary(TextChoices):
    WORD_READ = "vocabulary.word_read"
    WORD_LEFT = "vocabulary.word_left"
    SKILLS_MERGED = "vocabulary.skills_merged"
    IMPORTED = "vocabulary.imported"
    UNDONE = "vocabulary.undone"

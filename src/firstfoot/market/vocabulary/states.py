"""What a steward may decide about words and skills, and where a skill came from."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class ChangeKind(TextChoices):
    SKILL = "skill"  # the word is a skill of its own
    ALIAS = "alias"  # the word means a skill that is there
    LEFT = "left"  # the word stays as it is, and is not asked about again
    MERGE = "merge"  # two skills are one
    IMPORT = "import"


class ChangeState(TextChoices):
    STANDS = "stands"
    UNDONE = "undone"


class Source(TextChoices):
    STEWARD = "steward"
    ESCO = "esco", "ESCO"
    ONET = "onet", "O*NET"


VOCABULARY_CHANGE = Lifecycle(
    ChangeState,
    move("undo", ChangeState.STANDS, to=ChangeState.UNDONE),
    initial=ChangeState.STANDS,
    final=(ChangeState.UNDONE,),
)
OF_WORDS = (ChangeKind.SKILL, ChangeKind.ALIAS, ChangeKind.LEFT)

"""The lifecycle of staying in touch."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class TieState(TextChoices):
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    TAKEN_BACK = "taken_back"
    PARTED = "parted"


T = TieState
TIE = Lifecycle(
    T,
    move("agree", T.ASKED, to=T.AGREED),
    move("decline", T.ASKED, to=T.DECLINED),
    move("lapse", T.ASKED, to=T.LAPSED),
    move("take_back", T.ASKED, T.DECLINED, T.LAPSED, to=T.TAKEN_BACK),
    move("part", T.AGREED, to=T.PARTED),
    move("ask_again", T.DECLINED, T.LAPSED, T.TAKEN_BACK, T.PARTED, to=T.ASKED),
    initial=T.ASKED,
)
OPEN_DAYS = 30
# Whoever asked reads the same of these: that they asked, and until when an answer may come.
UNANSWERED = (T.ASKED, T.DECLINED, T.LAPSED)


class AlumnusState(TextChoices):
    LISTED = "listed"
    UNLISTED = "unlisted"


A = AlumnusState
ALUMNUS = Lifecycle(
    A,
    move("list", A.UNLISTED, to=A.LISTED),
    move("unlist", A.LISTED, to=A.UNLISTED),
    initial=A.LISTED,
)

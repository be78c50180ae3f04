"""The lifecycles of a portfolio item and of a recommendation, and who may see them."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class ItemState(TextChoices):
    """Where the newest text stands; what was cleared before is shown meanwhile."""

    DRAFTED = "drafted"
    ASKED = "asked"  # the host reads it
    CLEARED = "cleared"  # may be shown
    DECLINED = "declined"
    UNANSWERED = "unanswered"  # the host's time is over: no yes


A = ItemState
ITEM = Lifecycle(
    A,
    move("finish", A.DRAFTED, to=A.CLEARED),  # by the intern's own right
    move("ask", A.DRAFTED, A.DECLINED, A.UNANSWERED, to=A.ASKED),
    move("approve", A.ASKED, to=A.CLEARED),
    move("decline", A.ASKED, to=A.DECLINED),
    move("lapse", A.ASKED, to=A.UNANSWERED),
    move("take_back", A.ASKED, to=A.DRAFTED),
    move("change", A.CLEARED, A.DECLINED, A.UNANSWERED, to=A.DRAFTED),
    initial=A.DRAFTED,
)


class Visibility(TextChoices):
    """Who may open what is shown."""

    PRIVATE = "private"
    LINK = "link"  # whoever has the address
    PUBLIC = "public"  # on the person's page, too


class PageState(TextChoices):
    DOWN = "down"
    UP = "up"


P = PageState
PAGE = Lifecycle(
    P,
    move("put_up", P.DOWN, to=P.UP),
    move("take_down", P.UP, to=P.DOWN),
    initial=P.DOWN,
)


SUPERVISOR, COVER, REVIEWER = "supervisor", "cover", "reviewer"  # what the author of a letter was to the work


class RecommendationState(TextChoices):
    DRAFTED = "drafted"
    SIGNED = "signed"
    REVOKED = "revoked"


S = RecommendationState
RECOMMENDATION = Lifecycle(
    S,
    move("sign", S.DRAFTED, to=S.SIGNED),
    move("revoke", S.SIGNED, to=S.REVOKED),
    initial=S.DRAFTED,
    final=(S.REVOKED,),
)

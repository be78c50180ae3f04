"""The life of a dispute, what disputes are about, and what a third party may decide of each."""

from __future__ import annotations

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move
from firstfoot.work.engagements.states import Side


class DisputeState(TextChoices):
    OPEN = "open"  # the other side writes its statement
    TO_DECIDE = "to_decide"  # the third party decides
    DECIDED = "decided"  # each side accepts the decision, or appeals
    APPEALED = "appealed"  # another person decides
    CLOSED = "closed"  # what was decided is carried out
    SETTLED = "settled"  # both sides say that they settled it themselves
    WITHDRAWN = "withdrawn"  # by the side that opened it
    LAPSED = "lapsed"  # nobody was there to decide


S = DisputeState
DISPUTE = Lifecycle(
    S,
    move("answer", S.OPEN, to=S.TO_DECIDE),
    move("pass_on", S.OPEN, to=S.TO_DECIDE),
    move("decide", S.TO_DECIDE, to=S.DECIDED),
    move("appeal", S.DECIDED, to=S.APPEALED),
    move("stand", S.DECIDED, S.APPEALED, to=S.CLOSED),
    move("decide_anew", S.APPEALED, to=S.CLOSED),
    move("settle", S.OPEN, S.TO_DECIDE, S.DECIDED, S.APPEALED, to=S.SETTLED),
    move("withdraw", S.OPEN, S.TO_DECIDE, to=S.WITHDRAWN),
    move("lapse", S.OPEN, S.TO_DECIDE, S.DECIDED, S.APPEALED, to=S.LAPSED),
    initial=S.OPEN,
    final=(S.CLOSED, S.SETTLED, S.WITHDRAWN, S.LAPSED),
)
LIVE = (S.OPEN, S.TO_DECIDE, S.DECIDED, S.APPEALED)
WITH_THIRD_PARTY = (S.TO_DECIDE, S.APPEALED)


class Cause(TextChoices):
    """What a dispute is about."""

    NOT_ACCEPTED = "not_accepted"  # a result that meets its criteria is not accepted
    NOT_AS_AGREED = "not_as_agreed"  # a result does not meet what was agreed
    NOT_PAID = "not_paid"  # pay did not arrive
    SCOPE = "scope"  # more is asked than was signed
    CONDUCT = "conduct"
    ENDING = "ending"  # the early end, or its part of the pay


OPENED_BY: dict[Cause, tuple[Side, ...]] = {
    Cause.NOT_ACCEPTED: (Side.INTERN,),
    Cause.NOT_AS_AGREED: (Side.HOST,),
    Cause.NOT_PAID: (Side.INTERN,),
    Cause.SCOPE: (Side.INTERN, Side.HOST),
    Cause.CONDUCT: (Side.INTERN, Side.HOST),
    Cause.ENDING: (Side.INTERN, Side.HOST),
}
ABOUT_RESULT = (Cause.NOT_ACCEPTED, Cause.NOT_AS_AGREED)


class Decision(TextChoices):
    """What the third party decides; money is never moved by it, only what is recorded as owed."""

    ACCEPTED = "accepted"  # the result is accepted on the record
    RETURNED = "returned"  # the result goes back, with what is missing
    PAY_STANDS = "pay_stands"  # the pay is owed as agreed
    PART_PAY = "part_pay"  # an amount is owed in all, the rest of what is due is written off
    ENDED = "ended"  # the work ends, with a part of the pay
    NOTHING = "nothing"  # nothing changes


_D = Decision
DECISIONS: dict[Cause, tuple[Decision, ...]] = {
    Cause.NOT_ACCEPTED: (_D.ACCEPTED, _D.RETURNED, _D.PART_PAY, _D.ENDED, _D.NOTHING),
    Cause.NOT_AS_AGREED: (_D.ACCEPTED, _D.RETURNED, _D.PAY_STANDS, _D.PART_PAY, _D.ENDED, _D.NOTHING),
    Cause.NOT_PAID: (_D.PAY_STANDS, _D.PART_PAY, _D.NOTHING),
    Cause.SCOPE: (_D.PAY_STANDS, _D.PART_PAY, _D.ENDED, _D.NOTHING),
    Cause.CONDUCT: (_D.PAY_STANDS, _D.PART_PAY, _D.ENDED, _D.NOTHING),
    Cause.ENDING: (_D.PAY_STANDS, _D.PART_PAY, _D.NOTHING),
}
WITH_AMOUNT = (Decision.PART_PAY, Decision.ENDED)

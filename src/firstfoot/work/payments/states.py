"""Where the money of a stipend stands, and the ways it may go: a table that the database holds as well."""

from __future__ import annotations

from django.db.models import TextChoices


class Account(TextChoices):
    """Where an amount stands. What the agreement owes is the one account that goes below zero."""

    AGREED = "agreed"  # the other side of every promise: minus what was promised in all
    PLEDGED = "pledged"  # promised, not yet earned
    FUNDED = "funded"  # promised, and set aside by the host under a reference
    DUE = "due"  # earned, to be paid
    SENT = "sent"  # paid, as the host says
    RECEIVED = "received"  # arrived, as the intern says
    WRITTEN_OFF = "written_off"  # given up, by both or by the third party


HELD = tuple(account for account in Account if account != Account.AGREED)
NOT_EARNED = (Account.FUNDED, Account.PLEDGED)  # what is set aside is due first
UNPAID = (*NOT_EARNED, Account.DUE)
OPEN = (*UNPAID, Account.SENT)


class EntryKind(TextChoices):
    PLEDGED = "pledged"
    LOWERED = "lowered"
    FUNDED = "funded"
    DUE = "due"
    RELEASED = "released"
    PART_PAID = "part_paid"
    RECEIVED = "received"
    NOT_RECEIVED = "not_received"
    WRITTEN_OFF = "written_off"
    REVERSED = "reversed"


A, K = Account, EntryKind
# From where to where each kind takes its amount; the first source gives first.
WAYS: dict[EntryKind, tuple[tuple[Account, ...], Account]] = {
    K.PLEDGED: ((A.AGREED,), A.PLEDGED),
    K.LOWERED: ((A.PLEDGED, A.FUNDED, A.DUE), A.AGREED),
    K.FUNDED: ((A.PLEDGED,), A.FUNDED),
    K.DUE: (NOT_EARNED, A.DUE),
    K.RELEASED: ((A.DUE,), A.SENT),
    K.PART_PAID: ((A.DUE,), A.SENT),
    K.RECEIVED: ((A.SENT, A.DUE), A.RECEIVED),
    K.NOT_RECEIVED: ((A.SENT,), A.DUE),
    K.WRITTEN_OFF: ((A.DUE,), A.WRITTEN_OFF),
}
# What its own side may take back, by a contrary entry, while the amount still stands where it went.
REVERSIBLE = (K.FUNDED, K.RELEASED, K.PART_PAID, K.RECEIVED)


def steps() -> list[tuple[str, str, str]]:
    """Every (kind, from, to) that an entry may have; a reversal goes one of the ways back."""
    there = [(str(kind), str(source), str(to)) for kind, (sources, to) in WAYS.items() for source in sources]
    back = {(str(K.REVERSED), to, source) for kind, source, to in there if kind in REVERSIBLE}
    return there + sorted(back)


class WriteOffReason(TextChoices):
    """Why an amount that was due will not be paid."""

    AGREED_LESS = "agreed_less"
    OTHERWISE = "otherwise"  # settled in another way
    GIVEN_UP = "given_up"
    CANNOT_PAY = "cannot_pay"
    DECIDED = "decided"  # by the third party, in a dispute

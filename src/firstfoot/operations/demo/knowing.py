"""The demo's people after their work: who stays in touch with whom, who is listed, and what is noted."""

from __future__ import annotations

from datetime import date, timedelta

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.queries import people_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.proof.network.actions import answer_tie, ask_to_stay, keep, list_as_alumnus, note_on_bench
from firstfoot.proof.network.models import Kept
from firstfoot.proof.network.queries import people_on_bench, tie_of
from firstfoot.proof.network.queries.pairs import over
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState

ASKED_TODAY = 12
_BENCH = (
    "Asked good questions in the first week. For the next stock count ask them first.",
    "Writes so that our customers understand it. Free again from June.",
    "Found two mistakes in our own figures, and said so kindly.",
)
_NOTES = (
    ("Likes to hear how the result is used. Answers within a day.", "Send them the figures of the first month"),
    ("Offered to look over my next application.", "Ask whether a short call suits them"),
    ("Would make a good colleague for the summer. Finishes in June.", "Tell them about the summer"),
)


def stay_in_touch(engagement: Engagement, today: date) -> None:
    """Of four interns three are asked by their guide and say yes."""
    engagement.refresh_from_db()
    intern, guide = engagement.intern, engagement.supervisor
    if engagement.pk % 4 == 3 or tie_of(intern.pk, guide.pk) is not None:
        return
    tie = ask_to_stay(person_id=intern.pk, shows=_reached(guide), actor=guide)
    answer_tie(tie_id=tie.pk, accept=True, shows=_reached(intern), actor=intern)
    for kept in Kept.objects.filter(tie=tie).select_related("person"):
        note, about = _NOTES[(engagement.pk + kept.person_id) % len(_NOTES)]
        keep(
            kept_id=kept.pk, shows=kept.shows, note=note, remind_on=today + timedelta(days=kept.pk % 9),
            remind_about=about, actor=kept.person,
        )  # fmt: skip


def stand_on_lists(engagement: Engagement) -> None:
    """Most who completed something agree to be listed; of some the host notes a word."""
    engagement.refresh_from_db()
    if engagement.state == EngagementState.COMPLETED and engagement.pk % 5:
        list_as_alumnus(organization_id=engagement.organization_id, actor=engagement.intern)
    owner = people_with_role(engagement.organization_id, Role.OWNER).first()
    on_bench = people_on_bench(engagement.organization_id).filter(pk=engagement.intern_id).exists()
    if owner is not None and on_bench and engagement.pk % 2 == 0:
        note_on_bench(
            organization_id=engagement.organization_id, person_id=engagement.intern_id, seen=0, actor=owner,
            note=_BENCH[engagement.pk % len(_BENCH)],
        )  # fmt: skip


def ask_some() -> None:
    """Those whose work ended last ask their guide today, and wait."""
    ended = over().select_related("intern", "supervisor").order_by("-finished_at", "-pk")
    for engagement in ended[:ASKED_TODAY]:
        intern, guide = engagement.intern, engagement.supervisor
        if tie_of(intern.pk, guide.pk) is None:
            ask_to_stay(person_id=guide.pk, shows=_reached(intern), actor=intern)


def _reached(person: Person) -> str:
    return person.phone or person.email

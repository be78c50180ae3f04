"""Links in mails: one of each purpose for hugo, who guides sam's work, or for sam, with what its form sends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Chained
from firstfoot.foundation.links.actions import make_link
from firstfoot.foundation.links.models import MailLink
from firstfoot.foundation.links.queries import link_by_secret
from firstfoot.market.projects.queries import current_brief
from firstfoot.reactions.bymail.purposes import PURPOSES
from firstfoot.work.evaluations.actions import asked_of
from tests.cast import Cast
from tests.factories import applications as apply
from tests.factories import engagements as work
from tests.factories.projects import make_open_project

ANSWERS = {"progress": "on_track", "confidence": "high", "blocked": "no", "note": "All well.", "keep": "", "change": ""}
RETURNS = {"submission": 1, "comment": "Nearly there."}
ASSESSES = {"went_well": "The tables.", "do_differently": "", "would_again": "yes"}


@dataclass
class Sent:
    """One link as its person has it: about what, where it leads, what its form sends, what it then writes."""

    purpose: str
    thing: Chained
    secret: str
    data: dict[str, Any]
    writes: str
    hidden: tuple[str, ...] = field(default=())  # words that a dead page does not say

    @property
    def url(self) -> str:
        return reverse("bymail:act", args=[self.secret])

    @property
    def link(self) -> MailLink:
        found = link_by_secret(self.secret)
        assert found is not None
        return found


def send(purpose: str, thing: Chained, person: Person) -> str:
    """The secret of a new link."""
    assert purpose in PURPOSES
    return make_link(person=person, purpose=purpose, thing=thing.thing)


def sent(person: Person, purpose: str, thing: Chained) -> MailLink:
    """A new link itself."""
    found = link_by_secret(send(purpose, thing, person))
    assert found is not None
    return found


def send_all(cast: Cast, person: Person | None = None) -> dict[str, Sent]:
    """One of each purpose, to hugo unless another person is named."""
    person = person or cast.hugo
    active = work.make_active(cast, check_in_every_days=5)
    work.submit(active)
    result, check_in = work.deliverable(active), work.check_in(active)
    project = make_open_project(cast, title="Compare mills")
    answers = ["I would begin with their prices." for _question in current_brief(project).questions]
    application = apply.make_submitted(cast.paz, project, answers=answers)
    closing = work.make_closing(cast, person=cast.paz)
    marks = {f"met_{c.number}": "not_yet" for c in result.criteria.all()}
    reasons = {f"why_{c.number}": "A source is missing." for c in result.criteria.all()}
    given = {f"mark_{code}": 3 for code in asked_of("host")}
    sam, paz = cast.sam.name, cast.paz.name
    rows = [
        ("check_in", check_in, ANSWERS, "check_in.answered_by_one", sam),
        ("return", result, {**RETURNS, **marks, **reasons}, "deliverable.returned", sam),
        ("comment", result, {"body": "The second table is good."}, "engagement.posted", sam),
        ("feedback", closing, {**ASSESSES, **given}, "evaluation.submitted", paz),
        ("decline", application, {"reason": "skills_fit", "note": "Good letters."}, "application.declined", "Compare"),
        ("nudge", active, {"body": "How is it going?"}, "engagement.posted", sam),
    ]
    asked = work.make_follow_up(work.make_completed(cast, project=make_open_project(cast, title="Count the loaves")))
    told = {"with_host": "interview", "doing": "studies"}
    secret = send("follow_up", asked, cast.sam)
    return {
        purpose: Sent(purpose, thing, send(purpose, thing, person), data, writes, (named,))
        for purpose, thing, data, writes, named in rows
    } | {"follow_up": Sent("follow_up", asked, secret, told, "follow_up.answered", ("Count the loaves",))}

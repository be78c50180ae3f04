"""Who applies stays unknown until the shortlist: on every page, in mails, inbox and history, in attributes, too."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import (
    decline,
    offer,
    post_in_application,
    withdraw_application,
)
from firstfoot.market.talent.actions import save_profile
from firstfoot.reactions.worker import drain
from tests.access.crawling import text_of
from tests.cast import join
from tests.factories.applications import make_open_project, make_submitted, shortlist
from tests.figures import IS_DEEP, figure

pytestmark = [pytest.mark.once, pytest.mark.deep]

EVERYBODY = ("hana", "rita", "hugo", "cora")  # who reads applications for the host
HOST = EVERYBODY if IS_DEEP else (EVERYBODY[clock.today().toordinal() % 4],)
NAME, LEGAL = "Quillon Vesperat", "Quillonara Anne Vesperat-Oduya"
GIVES_AWAY = re.compile(
    r"quillon|vesperat|oduya|ostrander|kelvington|qv-portfolio|lebenslauf|555 0199|"
    r"(?<![\w-])(?:q\.\s?v\.|qv(?![\w-])|2004(?![\w-]))",
    re.IGNORECASE,
)  # the short ones stand alone: a key of a form may hold their signs
TELLS_ALL = (
    "I am Quillon Vesperat (Q. V., QV), born in 2004, from Kelvington, at Ostrander College. See "
    "https://qv-portfolio.example/me and Lebenslauf_Quillon.pdf, write to quillon@example.org or call +44 20 555 0199."
)


@pytest.fixture
def applied(cast):
    """One person applied to two projects of the same host, and said everything in every field."""
    person = join(NAME, legal_name=LEGAL)
    save_profile(
        actor=person, headline=f"Counts things. {NAME}", about=TELLS_ALL, city="Kelvington",
        studies="History, Ostrander College", skills=["Research", "QV method"], hours_a_week=12,
        links=["https://qv-portfolio.example/me"], wants=f"What Quillon wants. {TELLS_ALL}"[:200],
    )  # fmt: skip
    said = {"motivation": TELLS_ALL, "answers": [TELLS_ALL, TELLS_ALL], "availability": "Quillon is free on Mondays",
            "link": "https://qv-portfolio.example/me"}  # fmt: skip
    projects = [make_open_project(cast, title=title) for title in ("Compare four bakeries", "Count the visitors")]
    return [make_submitted(person, project, **said) for project in projects]


def told() -> None:
    drain()
    deliver_due()


def pages_about(application) -> list[str]:
    project = application.project.public_id
    pages = [reverse(f"hosts:{name}", args=[project]) for name in ("project", "applicants", "rubric", "review_compare")]
    pages += [reverse("hosts:review_questions", args=[project]) + f"?q={number}" for number in range(4)]
    pages += [reverse("hosts:applicant", args=[application.public_id]), reverse("public:project", args=[project])]
    return pages


def read(cast, who: str, applications) -> dict[str, str]:
    """All that one of the host's people can read about these, and about everything else of theirs."""
    client = Client()
    client.force_login(getattr(cast, who))
    person = getattr(cast, who)
    pages = [page for one in applications for page in pages_about(one)]
    pages += ["/hosting/", "/work/", "/inbox/", "/talent/", "/readyz", "/projects/"]
    pages += [reverse("people:notice", args=[n.public_id]) for n in Notice.objects.filter(recipient=person)]
    parts = [("whole", {}), ("part", {"HX-Request": "true", "HX-Request-Type": "partial"})]
    said = {f"{kind} {page}": text_of(client.get(page, headers=more)) for page in pages for kind, more in parts}
    mails = Mail.objects.filter(recipient=person)
    return said | {f"mail {mail.kind}": f"{mail.subject} {mail.text} {mail.html}" for mail in mails}


def given_away(said: dict[str, str]) -> dict[str, list[str]]:
    found = {where: GIVES_AWAY.findall(text) for where, text in said.items()}
    return {where: sorted(set(words)) for where, words in found.items() if words}


def test_nothing_gives_away_who_applied(cast, applied):
    told()
    said = {f"{who} {where}": text for who in HOST for where, text in read(cast, who, applied).items()}
    found = given_away(said)
    figure("access: blind review", f"{len(found)} leaks", f"of {len(said)} pages, parts and mails")
    assert found == {}
    assert any("[…]" in text for text in said.values())
    assert all(any(one.pseudonym in text for text in said.values()) for one in applied)


@pytest.mark.parametrize(
    "move",
    [
        lambda cast, one: decline(application_id=one.pk, reason="others_closer", note="Thank you", actor=cast.hugo),
        lambda cast, one: withdraw_application(application_id=one.pk, actor=one.person),
    ],
)
def test_who_was_never_on_the_shortlist_stays_unknown(cast, applied, move):
    move(cast, applied[0])
    told()
    for who in HOST:
        assert given_away(read(cast, who, applied)) == {}


def test_the_shortlist_of_one_project_says_nothing_about_another(cast, applied):
    """The same host knows the person from the first project; on the second they are still a pseudonym."""
    first, second = applied
    assert first.pseudonym != second.pseudonym
    shortlist(application_id=first.pk, actor=cast.hugo)
    offer(application_id=first.pk, note="Come", actor=cast.hana)
    post_in_application(application_id=first.pk, body="Thank you, says Quillon", key="k", actor=first.person)
    told()
    for who in HOST:
        said = read(cast, who, applied)
        assert NAME in said[f"whole {reverse('hosts:applicant', args=[first.public_id])}"]
        blind = {where: text for where, text in said.items() if where.split()[1] in pages_about(second)}
        assert given_away(blind) == {}

"""Whatever people are called and wherever they write it: no blind response says who applied."""

from __future__ import annotations

import itertools
import re
import unicodedata

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.market.talent.actions import save_profile
from firstfoot.reactions.worker import drain
from tests.access.crawling import text_of
from tests.cast import join
from tests.factories.applications import make_mark, make_open_project, make_submitted
from tests.figures import count

pytestmark = [pytest.mark.once, pytest.mark.deep]

# No word of ours begins so, and no token is long enough to hold one by chance: what is found came from the person.
WORDS = st.text("abcdefghijklmnopqrstuvwxyzäéñø", min_size=3, max_size=8).map("zq{}".format)
# How people write what says who they are, in the middle of a sentence.
WAYS = st.sampled_from(
    [
        "I am {first} {last}.", "{LAST}, {FIRST}", "{first}'s plan", "See {first}_{last}_CV.pdf for more",
        "at {school}, in {city}", "Write to {first}.{last}@{school}.example", "https://{last}.example/{first}",
        "call +44 20 7946 0{number}", "({i}. {l}.)", "the {school} society", "„{first}“ — {last}’s", "{first}-{last}",
        "{plain} in plain letters", "www.{last}.example", "@{first}{last}", "**{first}**",
    ]
)  # fmt: skip
_serial = itertools.count()


@given(first=WORDS, last=WORDS, school=WORDS, city=WORDS, ways=st.lists(WAYS, min_size=6, max_size=6))
@settings(
    max_examples=count(ci=3, deep=60), deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_no_blind_response_carries_a_protected_value(cast, first, last, school, city, ways):
    words = [_written(way, first, last, school, city) for way in ways]
    person = join(f"Zqnobody{next(_serial)}")
    type(person).objects.filter(pk=person.pk).update(
        chosen_name=f"{first.title()} {last.title()}", legal_name=f"{first.title()} Zqmiddle {last.title()}"
    )
    person.refresh_from_db()
    save_profile(
        actor=person, headline=words[0], about=words[1], city=city.title(), studies=f"History, {school.title()}",
        skills=[words[2]], wants=words[3], links=[f"https://{last}.example/{first}"], hours_a_week=9,
        helps="Zqhelps: captions in calls",
    )  # fmt: skip
    project = make_open_project(cast, title="Count the visitors")
    one = make_submitted(
        person, project, motivation=words[4], answers=[words[5], ". ".join(words)], availability=words[0],
        link=f"https://{last}.example/cv.pdf",
    )  # fmt: skip
    make_submitted(join(f"Bo{next(_serial)}"), project)  # someone to stand beside
    make_mark(one, cast.hugo)
    drain()
    deliver_due()

    said = _read_by(cast.hana, project, one)
    secrets = [first, last, school, city, "zqmiddle", "zqhelps", "zqnobody", "7946 0123"]
    leaks = {where: word for where, text in said.items() for word in secrets if word in _plain(text) or word in text}
    initials = re.compile(rf"\b{first[0]}\.\s?{last[0]}\.", re.IGNORECASE)
    leaks |= {where: "initials" for where, text in said.items() if initials.search(text)}
    assert (leaks, words if leaks else ()) == ({}, ())


def _written(way: str, first: str, last: str, school: str, city: str) -> str:
    return way.format(
        first=first.title(), last=last.title(), FIRST=first.upper(), LAST=last.upper(), school=school.title(),
        city=city.title(), i=first[0].upper(), l=last[0].upper(), plain=_plain(f"{first} {last}"), number=123,
    )  # fmt: skip


def _read_by(reader, project, one) -> dict[str, str]:
    """Each page a host reads before the reveal, and what came by mail and into the inbox, in small letters."""
    caches["cards"].clear()
    client = Client()
    client.force_login(reader)
    pages = [reverse(f"hosts:{name}", args=[project.public_id]) for name in ("project", "applicants")]
    pages += [reverse("hosts:review_compare", args=[project.public_id]) + f"?one={one.public_id}"]
    pages += [reverse("hosts:review_questions", args=[project.public_id]) + f"?q={number}" for number in range(4)]
    pages += [reverse("hosts:applicant", args=[one.public_id]), "/hosting/", "/inbox/"]
    answers = {page: client.get(page) for page in pages}
    assert {page: answer.status_code for page, answer in answers.items() if answer.status_code != 200} == {}
    said = {page: text_of(answer) for page, answer in answers.items()}
    assert [page for page in pages if "/applicants/" in page and one.pseudonym not in said[page]] == []
    said |= {f"mail {m.pk}": f"{m.subject} {m.text} {m.html}" for m in Mail.objects.filter(recipient=reader)}
    said |= {f"notice {n.pk}": f"{n.title} {n.body} {n.path}" for n in Notice.objects.filter(recipient=reader)}
    return {where: text.lower() for where, text in said.items()}


def _plain(text: str) -> str:
    """Without accents, as addresses and file names are written."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))

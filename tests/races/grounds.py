"""The grounds on which races are run: what stands before the first of them, made by the real actions.

Each holds the same thing many times, one for each trial, so that it is made once for several races.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from django.db import connections, transaction

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.actions import verify_organization
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.actions import start_project, submit_project
from firstfoot.market.projects.brief import BriefDeliverable, Criterion
from firstfoot.work.engagements.actions import accept_offer
from tests.cast import Cast, assemble, join
from tests.factories import applications as apply
from tests.factories import engagements as work
from tests.factories.organizations import make_organization
from tests.factories.projects import good_brief, make_open_project, make_other_open_project
from tests.factories.sourcing import make_asking, make_listed, make_on, show
from tests.faults.served import session_of

PEOPLE = ("sam", "paz", "kim", "lou", "ira", "hana", "rita", "hugo", "cora", "otto", "stella", "vera")
APPLICANTS = ("sam", "paz", "kim", "lou")
_workers = itertools.count(1)
ANSWERS = ["The one at the corner, for its hours."]
SMALL = {
    "deliverables": (BriefDeliverable("Comparison", "PDF, two pages", 7, True, (Criterion("Names four bakeries"),)),),
    "onboarding": (),
}


def lay(ground: str, size: int) -> dict[str, Any]:
    """Make the ground in the present database; who is signed in, and the keys of what each trial is about."""
    with transaction.atomic():
        cast = assemble()
        people = {name: getattr(cast, name, None) or join(f"{name.title()} Vale") for name in PEOPLE}
        make_steward(person_id=people["vera"].pk, actor=None)
        people["vera"].refresh_from_db()
        known = {
            "sessions": {name: session_of(person) for name, person in people.items()},
            "things": [GROUNDS[ground](cast, people) for _ in range(size)],
        }
    connections.close_all()
    return known


def people_of() -> dict[str, Person]:
    """Everyone, read anew."""
    found = {person.email.partition("@")[0]: person for person in Person.objects.filter(email__endswith="@example.org")}
    return {name: found[name] for name in PEOPLE}


def cast_of(people: dict[str, Person]) -> Cast:
    hosts = {host.name: host for host in Organization.objects.all()}
    names = ("sam", "paz", "hana", "rita", "hugo", "cora", "stella", "otto")
    return Cast(
        **{name: people[name] for name in names},
        acme=hosts["Brindle Bakery"], otherhost=hosts["Vale Instruments"],
    )  # fmt: skip


def _open(cast: Cast, people: dict[str, Person]) -> dict[str, Any]:
    """A project with one seat and four on its shortlist."""
    project = make_open_project(cast, **SMALL)
    asked = [apply.make_shortlisted(cast, people[name], project, answers=ANSWERS).pk for name in APPLICANTS]
    return {"project": project.pk, "applications": asked}


def _offered(cast: Cast, people: dict[str, Person]) -> dict[str, Any]:
    """Sam has an offer of each host."""
    del people
    bakery = apply.make_offered(cast, cast.sam, make_open_project(cast, **SMALL), answers=ANSWERS)
    theirs = apply.make_submitted(cast.sam, make_other_open_project(cast, **SMALL), answers=ANSWERS)
    theirs = apply.shortlist(application_id=theirs.pk, seen=theirs.version, actor=cast.otto)
    theirs = apply.offer(application_id=theirs.pk, seen=theirs.version, note="", actor=cast.otto)
    return {"bakery": bakery.pk, "other": theirs.pk}


def _active(cast: Cast, people: dict[str, Person]) -> dict[str, Any]:
    """Sam works; one result with one criterion is due."""
    del people
    application = apply.make_offered(cast, cast.sam, make_open_project(cast, **SMALL), answers=ANSWERS)
    engagement = accept_offer(application_id=application.pk, actor=cast.sam)
    return {"engagement": work.start(cast, engagement).pk}


def _hosts(cast: Cast, people: dict[str, Person]) -> dict[str, Any]:
    """A host of otto's own for each trial, with sam on the shortlist of its project."""
    del people
    host = make_organization(cast.otto)
    verify_organization(organization_id=host.pk, actor=cast.stella)
    brief = good_brief(cast, supervisor=cast.otto.public_id, cover="", **SMALL)
    draft = start_project(organization_id=host.pk, actor=cast.otto, brief=brief)
    project = submit_project(project_id=draft.pk, actor=cast.otto)
    asked = apply.make_submitted(cast.sam, project, answers=ANSWERS)
    return {"application": apply.shortlist(application_id=asked.pk, seen=asked.version, actor=cast.otto).pk}


def _worked(cast: Cast, people: dict[str, Person]) -> dict[str, Any]:
    """Somebody new, whose work for the bakery is closing."""
    del people
    person = join(f"Worker{next(_workers)} Vale")
    application = apply.make_offered(cast, person, make_open_project(cast, **SMALL), answers=ANSWERS)
    engagement = work.start(cast, accept_offer(application_id=application.pk, actor=person))
    work.accept_all(engagement)
    return {"person": person.pk}


def _found(cast: Cast, people: dict[str, Person]) -> dict[str, Any]:
    """Somebody new who agreed to be found, in the drawn list of a project of the bakery."""
    del people
    make_on(cast)
    person = make_listed(join(f"Seeker{next(_workers)} Vale"))
    project = make_asking(cast)
    show(project, person)
    return {"project": project.pk, "person": person.pk}


GROUNDS: dict[str, Callable[[Cast, dict[str, Person]], dict[str, Any]]] = {
    "open": _open, "offered": _offered, "active": _active, "hosts": _hosts, "worked": _worked,
    "found": _found,
}  # fmt: skip

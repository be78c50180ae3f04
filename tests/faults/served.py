"""What is done inside a served site's database: the people who visit it, and what must be true of it."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.management import call_command

from firstfoot.foundation.accounts.models import Person, SignIn
from firstfoot.foundation.accounts.sign_ins import note_sign_in
from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.files.models import StoredFile
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.health import worker_seen_at
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.reactions.worker import react
from firstfoot.web.shared.signed_in import MARK
from firstfoot.work.engagements.actions import accept_offer
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Signature, Submission
from tests.factories.applications import make_offered
from tests.factories.engagements import proposed, sign
from tests.factories.projects import make_open_project
from tests.faults import stages


def settle_in() -> dict[str, Any]:
    """A world in which sam works and paz has an offer; everyone is signed in."""
    call_command("createcachetable", verbosity=0)
    world = stages.active()
    other = make_open_project(world.cast, title="A second one for the bakery")
    offer = make_offered(world.cast, world.cast.paz, other, answers=["I would begin with the order figures."])
    people = ("sam", "paz", "hana", "rita", "hugo", "cora", "stella", "otto")
    return {
        "sessions": {name: session_of(getattr(world.cast, name)) for name in people},
        "engagement": world.engagement.public_id,
        "offer": offer.public_id,
        "project": other.public_id,
    }


def begin_signing(public_id: str) -> tuple[str, str]:
    """Paz takes the offer and the host signs; the engagement, and the hash that is left to sign."""
    application = Application.objects.get(public_id=public_id)
    engagement = accept_offer(application_id=application.pk, actor=application.person)
    sign(engagement, Person.objects.get(email="hana@example.org"))
    return engagement.public_id, proposed(engagement).content_hash


def kept() -> dict[str, int]:
    """How many files, versions and signatures there are."""
    return {
        "files": StoredFile.objects.count(),
        "submissions": Submission.objects.count(),
        "signatures": Signature.objects.filter(signer__email="paz@example.org").count(),
        "sign_ins": SignIn.objects.count(),
    }


def session_of(person: Person) -> str:
    """The key of a session in which the person is signed in."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = person._meta.pk.value_to_string(person)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    line = note_sign_in(person=person, session_key=str(session.session_key), browser="Firefox", system="Linux")
    session[MARK] = {"line": line.public_id, "at": clock.now().timestamp()}
    session.save()
    return str(session.session_key)


def forget_mails() -> None:
    """Nothing waits to be sent, nor will from what has happened so far."""
    with clock.at(clock.now()):
        react()
    Mail.objects.all().delete()


def let_time_pass() -> None:
    """What the passing of time does to the leases of those who are no more."""
    ReactionRun.objects.filter(state=RunState.WAITING).update(leased_until=None, next_try_at=clock.now())
    Mail.objects.filter(state__in=["stored", "sending"]).update(leased_until=clock.now(), next_try_at=clock.now())


def is_quiet() -> bool:
    """Whether nothing waits to be done or sent."""
    unsent = Mail.objects.filter(state__in=["stored", "sending"]).exists()
    planned = ReactionRun.objects.filter(fact__kind=Engagements.POSTED).values("fact").distinct().count()
    unplanned = Fact.objects.filter(kind=Engagements.POSTED).count() - planned
    return not (unsent or unplanned or ReactionRun.objects.filter(state=RunState.WAITING).exists())


def beat() -> float:
    """When the worker was last alive, in seconds of the clock."""
    seen = worker_seen_at()
    return seen.timestamp() if seen else 0.0


def faults() -> list[str]:
    return [f"rule {fault.invariant} {fault.thing} {fault.code}" for fault in all_faults()]


def posts() -> dict[str, int]:
    """Each message and how often it stands."""
    return Counter(Post.objects.values_list("body", flat=True))


def told_of_posts() -> tuple[int, int, int]:
    """How many messages, facts of them, and notices that tell somebody of one."""
    kind = Engagements.POSTED
    return Post.objects.count(), Fact.objects.filter(kind=kind).count(), Notice.objects.filter(kind=kind).count()


def mails() -> dict[str, tuple[str, str]]:
    """Message-ID -> the mail's state and kind."""
    return {mid: (state, kind) for mid, state, kind in Mail.objects.values_list("message_id", "state", "kind")}


def extensions(public_id: str) -> int:
    """How often the offer was extended."""
    thing = Application.objects.get(public_id=public_id).thing
    return Fact.objects.filter(thing=thing, kind="application.extended").count()

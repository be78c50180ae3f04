"""Telling people of a fact: one notice a person, and for the few kinds that cannot wait one mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.actions import Letter, Told, store_mail, tell, tell_all
from firstfoot.reactions.phrases import speaking_to


@dataclass(frozen=True, slots=True)
class Said:
    """What one person reads: a title, a sentence or two, where it leads, and the label of the mail's button."""

    title: str
    body: str = ""
    path: str = ""
    button: str = ""


type Write = Callable[[Person], Said]


def always(said: Said) -> Write:
    """The same words for everyone."""
    return lambda _person: said


def others(fact: Fact, people: Iterable[Person | None]) -> list[Person]:
    """Each of the people once, without whoever did it and without accounts that are not active."""
    found = {p.pk: p for p in people if p is not None and p.is_active and p.actor_token != fact.actor}
    return list(found.values())


def tell_each(fact: Fact, people: Iterable[Person | None], write: Write, *, kind: str = "") -> None:
    """A notice for each of the people but the actor; `kind` tells two notices of one fact apart."""
    kind, told = kind or fact.kind, []
    for person in others(fact, people):
        with speaking_to(person):
            said = write(person)
        told.append(Told(person, key_of(fact, kind, person), said.title, said.body, said.path))
    tell_all(kind, told)


def mail_each(
    fact: Fact,
    people: Iterable[Person | None],
    kind: str,
    write: Write,
    context: Mapping[str, Any],
    *,
    also_actor: bool = False,
    calendar: Callable[[Person], str] | None = None,
) -> None:
    """A notice and a mail at once for each of the people; the mail's text stands in templates/mail/<kind>/.

    `calendar` makes the file that goes with it.
    """
    chosen = others(fact, people) if not also_actor else [p for p in _once(people) if p.is_active]
    for person in chosen:
        with speaking_to(person):
            said = write(person)
            _notice(fact, person, kind, said, at_once=True)
            file = calendar(person) if calendar else ""
            key = key_of(fact, kind, person)
            post(key=key, kind=kind, person=person, said=said, context=context, calendar=file)


def post(
    *,
    key: str,
    kind: str,
    person: Person,
    said: Said,
    context: Mapping[str, Any],
    unsubscribe: str = "",
    holds_links: bool = False,
    calendar: str = "",
) -> None:
    """Write down one mail to a person from its three templates. Call it while speaking to them."""
    values = {**context, "person": person, "settings_url": absolute(reverse("people:settings"))}
    post_to(
        person.email, key=key, kind=kind, said=said, context=values, recipient=person, unsubscribe=unsubscribe,
        holds_links=holds_links, calendar=calendar,
    )  # fmt: skip


def written(kind: str, said: Said, context: Mapping[str, Any]) -> Letter:
    """A mail in words that do not depend on who reads it. Call it while speaking the language."""
    values = {
        **frame(), **context, "said": said, "url": absolute(said.path), "label": said.button,
        "settings_url": absolute(reverse("people:settings")),
    }  # fmt: skip
    return Letter(
        subject=render_to_string(f"mail/{kind}/subject.txt", values).strip(),
        text=_spaced(render_to_string(f"mail/{kind}/body.txt", values)),
        html=render_to_string(f"mail/{kind}/body.html", values),
    )


def post_to(
    address: str,
    *,
    key: str,
    kind: str,
    said: Said,
    context: Mapping[str, Any],
    recipient: Person | None = None,
    is_secret: bool = False,
    holds_links: bool = False,
    unsubscribe: str = "",
    calendar: str = "",
) -> None:
    """Write down one mail to an address, whether or not it is somebody's here."""
    values = {**frame(), **context, "said": said, "url": absolute(said.path), "label": said.button}
    store_mail(
        key=key,
        kind=kind,
        address=address,
        subject=render_to_string(f"mail/{kind}/subject.txt", values).strip(),
        text=_spaced(render_to_string(f"mail/{kind}/body.txt", values)),
        html=render_to_string(f"mail/{kind}/body.html", values),
        recipient=recipient,
        is_secret=is_secret,
        holds_links=holds_links,
        unsubscribe=unsubscribe,
        calendar=calendar,
    )


def _spaced(text: str) -> str:
    """The text with no more than one empty line between its parts."""
    return re.sub(r"\n\s*\n+", "\n\n", text).strip() + "\n"


def frame() -> dict[str, str]:
    """What every mail's frame shows."""
    return {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL}


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}" if path else ""


def key_of(fact: Fact, kind: str, person: Person) -> str:
    """One notice and one mail for each fact, kind and recipient."""
    return f"{fact.thing}#{fact.seq}:{kind}:{person.public_id}"


def _notice(fact: Fact, person: Person, kind: str, said: Said, *, at_once: bool = False) -> None:
    tell(
        recipient=person, key=key_of(fact, kind, person), kind=kind, title=said.title, body=said.body,
        path=said.path, at_once=at_once,
    )  # fmt: skip


def _once(people: Iterable[Person | None]) -> list[Person]:
    return list({p.pk: p for p in people if p is not None}.values())

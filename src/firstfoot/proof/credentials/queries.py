"""Reading credentials: one's own, those that are shown, and what became of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.proof.credentials.models import Credential, SigningKey
from firstfoot.proof.credentials.publishing import our_key_of
from firstfoot.proof.credentials.states import CredentialKind, CredentialState
from firstfoot.proof.credentials.vc.checking import check
from firstfoot.proof.credentials.vc.faults import NotGenuine
from firstfoot.proof.credentials.vc.plain import from_json
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.states import DeliverableState, EngagementState


def credentials_visible_to(reader: Person) -> QuerySet[Credential]:
    """Those the reader holds."""
    return _whole(Credential.objects.filter(holder=reader)).order_by("-pk")


def credentials_to_decide(reader: Person) -> QuerySet[Credential]:
    """For a steward: every one, the newest first. What they say, a steward sees only where its holder shows it."""
    if not reader.is_steward:
        return Credential.objects.none()
    return _whole(Credential.objects.all()).order_by("-pk")


def credential_of(engagement: Engagement) -> Credential | None:
    """The newest one that says what was done in the engagement."""
    found = Credential.objects.filter(engagement=engagement, kind=CredentialKind.ACHIEVEMENT)
    return _whole(found).order_by("-pk").first()


def standing_credential(engagement: Engagement, kind: CredentialKind) -> Credential | None:
    """The one of this kind that counts."""
    return Credential.objects.filter(engagement=engagement, kind=kind, state=CredentialState.ISSUED).first()


def shown_credential(public_id: str) -> Credential | None:
    """The one with this id, if whoever holds it shows it to anyone; one that took its place shows that it did."""
    found = _whole(Credential.objects.filter(public_id=public_id, shared_at__isnull=False)).first()
    return found if found is not None and found.document else None


def stands_by_now(credential: Credential) -> bool:
    """Whether it counts, or the one that took its place in the end does."""
    while credential.state == CredentialState.SUPERSEDED:
        after = Credential.objects.filter(replaces=credential).first()
        if after is None:
            return False
        credential = after
    return credential.state == CredentialState.ISSUED


def is_earned(engagement: Engagement) -> bool:
    """Whether there is something to certify: completed, or ended early with accepted work."""
    if engagement.state == EngagementState.COMPLETED:
        return True
    accepted = Deliverable.objects.filter(engagement=engagement, state=DeliverableState.ACCEPTED)
    return engagement.state == EngagementState.ENDED_EARLY and accepted.exists()


def address_of(credential: Credential) -> str:
    """The address of the page that checks it: its name, as it stands in it."""
    return str(body_of(credential).get("id", ""))


def body_of(credential: Credential) -> dict[str, Any]:
    """What it says; empty once its holder was erased."""
    return from_json(credential.document.encode()) if credential.document else {}


@dataclass(frozen=True, slots=True)
class Answer:
    """What we say of a file: a code of what it is, what it says, and the row that was kept of it."""

    verdict: str  # valid | revoked | superseded | a code of Fault | not_ours
    body: dict[str, Any]
    credential: Credential | None = None


def answer_to(raw: bytes) -> Answer:
    """What a file is: one of ours, whole and in force or no longer, or none of ours."""
    try:
        genuine = check(raw, our_key_of())
    except NotGenuine as found:
        return Answer(str(found.fault), {})
    is_ours = SigningKey.objects.filter(did=genuine.did).exists()
    if not is_ours:
        return Answer("not_ours", {})
    row = _whole(Credential.objects.filter(public_id=str(genuine.body.get("id", "")).rstrip("/").rpartition("/")[2]))
    credential = row.first()
    if credential is None or genuine.place != credential.where:
        return Answer("no_record", genuine.body)
    verdict = "valid" if credential.state == CredentialState.ISSUED else str(credential.state)
    return Answer(verdict, genuine.body, credential)


def signing_keys() -> QuerySet[SigningKey]:
    """Every key, the newest first."""
    return SigningKey.objects.order_by("-pk")


def _whole(found: QuerySet[Credential]) -> QuerySet[Credential]:
    return found.select_related("engagement__organization", "engagement__project", "list", "key", "holder")

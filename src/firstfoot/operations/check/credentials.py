"""Invariant 6: nothing is certified but what was done, and what was revoked is on its list, signed by us."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import batched

from django.db.models import Exists, OuterRef, Q

from firstfoot.foundation.journal.models import Fact
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault
from firstfoot.proof.credentials.events import Credentials
from firstfoot.proof.credentials.models import Credential, StatusList
from firstfoot.proof.credentials.publishing import our_key_of, status_list
from firstfoot.proof.credentials.states import NO_LONGER, CredentialKind, CredentialState
from firstfoot.proof.credentials.vc.checking import check
from firstfoot.proof.credentials.vc.faults import NotGenuine
from firstfoot.proof.credentials.vc.status import is_set
from firstfoot.proof.portfolio.models import Recommendation
from firstfoot.proof.portfolio.states import RecommendationState
from firstfoot.work.engagements.models import Deliverable
from firstfoot.work.engagements.states import DeliverableState, EngagementState


def credential_faults() -> Iterator[Fault]:
    yield from certified_without_work()
    yield from certified_without_letter()
    yield from not_what_was_signed()
    yield from not_on_the_list()


def certified_without_work() -> Iterator[Fault]:
    """Completed and not labeled as a part, or ended early with accepted work and labeled so."""
    accepted = Deliverable.objects.filter(engagement=OuterRef("engagement"), state=DeliverableState.ACCEPTED)
    whole = Q(engagement__state=EngagementState.COMPLETED, is_part=False)
    part = Q(Exists(accepted), engagement__state=EngagementState.ENDED_EARLY, is_part=True)
    for credential in Credential.objects.exclude(whole | part).order_by("pk").iterator(ROWS_AT_A_TIME):
        yield Fault(
            6, credential.thing, "certified_without_work",
            "Its engagement is neither completed nor ended with accepted work and labeled so. Revoke it as a steward.",
        )  # fmt: skip


def certified_without_letter() -> Iterator[Fault]:
    """The signed form of a letter counts only while the letter stands."""
    standing = Recommendation.objects.filter(credential=OuterRef("pk"), state=RecommendationState.SIGNED)
    counting = Credential.objects.filter(kind=CredentialKind.RECOMMENDATION, state=CredentialState.ISSUED)
    for credential in counting.exclude(Exists(standing)).order_by("pk").iterator(ROWS_AT_A_TIME):
        yield Fault(
            6, credential.thing, "certified_without_letter",
            "The letter whose signed form it is was taken back, or is not there. Revoke it as a steward.",
        )  # fmt: skip


def not_what_was_signed() -> Iterator[Fault]:
    """The token verifies and names the place that its row has; the document is the one that its fact vouches for.

    Not by the proof of the document: reading that takes a hundred times as long, and there may be a million.
    """
    key_of = our_key_of()
    kept = Credential.objects.exclude(document="").select_related("list").order_by("pk")
    for some in batched(kept.iterator(ROWS_AT_A_TIME), ROWS_AT_A_TIME):
        facts = Fact.objects.filter(kind=Credentials.ISSUED, thing__in=[credential.thing for credential in some])
        digests = {thing: data["digest"] for thing, data in facts.values_list("thing", "data")}
        for credential in some:
            try:
                is_whole = check(credential.token.encode(), key_of).place == credential.where
            except NotGenuine:
                is_whole = False
            digest = hashlib.sha256(credential.document.encode()).hexdigest()
            if not is_whole or digest != digests.get(credential.thing):
                yield Fault(
                    6, credential.thing, "credential_changed",
                    "What is kept of it is not what was signed. Let its holder have it issued anew.",
                )  # fmt: skip


def not_on_the_list() -> Iterator[Fault]:
    """Each list as the world gets it says of each of its credentials what its row says."""
    key_of = our_key_of()
    for row in StatusList.objects.order_by("pk").iterator(ROWS_AT_A_TIME):
        published = status_list(row.address)
        if published is None:
            yield Fault(
                6, f"list:{row.pk}", "list_cannot_be_signed",
                "No key of its issuer opens. Put the secret key of before into FIRSTFOOT_OLD_SECRET_KEYS, then "
                "run `firstfoot keys reseal`.",
            )  # fmt: skip
            continue
        bits = check(published["document"].encode(), key_of).body["credentialSubject"]["encodedList"]
        for credential in Credential.objects.filter(list=row).order_by("pk").iterator(ROWS_AT_A_TIME):
            if is_set(bits, credential.place) != (credential.state in NO_LONGER):
                yield Fault(
                    6, credential.thing, "list_differs",
                    "Its bit in the published list is not what its state says. Restart the site and check again.",
                )  # fmt: skip

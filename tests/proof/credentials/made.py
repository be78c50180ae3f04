"""An issuer of the tests with keys, a list and one credential, all without a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from firstfoot.proof.credentials.vc.achievement import (
    BY_HAND,
    LETTER,
    Achievement,
    Outcome,
    Party,
    Shown,
    Skill,
    achievement_body,
)
from firstfoot.proof.credentials.vc.dids import did_document, did_of, keys_in, method_of, resolver
from firstfoot.proof.credentials.vc.multikey import multikey
from firstfoot.proof.credentials.vc.proofs import Signer, signed
from firstfoot.proof.credentials.vc.status import Place, list_body

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SQL = Skill(
    "SQL", "sql", "ESCO", "http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742",
    "Shown by: Five people were asked", "Five people were asked",
)  # fmt: skip
MET = ("Met", "Not met")


def work(**changes: Any) -> Achievement:
    return Achievement(
        **{
            "name": "Five interviews for Kelp & Co",
            "says": "Five interviews with customers, and what follows from them.",
            "criteria": "- Five people were asked — each for half an hour.\n- A page says what follows.",
            "kind": "CertificateOfCompletion",
            "image": "data:image/svg+xml;base64,PHN2Zy8+",
            "image_says": "An open door with a key",
            "language": "en",
            "skills": (
                SQL,
                Skill("Interviews", "interviews"),
            ),
            "outcomes": (
                Outcome("Five people were asked", "Met", MET),
                Outcome("Pictures are there", "Not met", MET),
                Outcome("Hours worked", "24"),
                Outcome("SQL", "Five people were asked", skill=SQL),
            ),
            "evidence": (Shown("What five customers said", "PDF, ten pages"),),
            "began_on": date(2026, 2, 2),
            "ended_on": date(2026, 2, 27),
            **changes,
        }
    )


# What stands otherwise in the signed form of a letter.
OF_LETTER: dict[str, Any] = {
    "name": "Letter of recommendation: Five interviews for Kelp & Co", "kind": LETTER, "skills": (), "outcomes": (),
    "says": "Written and signed by the supervisor of this work at Kelp & Co.",
    "evidence": (
        Shown("The letter", text="They asked what nobody asked.\n\n* I would hire them “at once”.", genre=BY_HAND),
        Shown("What five customers said", "PDF, ten pages"),
    ),
}  # fmt: skip


@dataclass
class Site:
    """An installation at an address: it signs, publishes its keys and its list."""

    address: str
    keys: list[Ed25519PrivateKey] = field(default_factory=lambda: [Ed25519PrivateKey.generate()])  # newest first
    revoked: set[int] = field(default_factory=set)

    @property
    def did(self) -> str:
        return did_of(self.address, multikey(self.keys[0].public_key()))

    @property
    def signer(self) -> Signer:
        return Signer(self.did, method_of(self.did, multikey(self.keys[0].public_key())), self.keys[0])

    @property
    def document(self) -> dict[str, Any]:
        return did_document(self.did, [multikey(key.public_key()) for key in self.keys])

    @property
    def list_address(self) -> str:
        return f"{self.address}/credentials/lists/1/"

    @property
    def key_of(self):
        return resolver([keys_in(self.document)])

    def rotate(self) -> None:
        self.keys.insert(0, Ed25519PrivateKey.generate())

    def body(self, index: int = 77, **changes: Any) -> dict[str, Any]:
        return achievement_body(
            address=f"{self.address}/verify/k2m4p6r8t2v4/",
            at=AT,
            issuer=Party(self.did, "Firstfoot", self.address),
            host=Party(f"{self.address}/organizations/b3c5d7f9g2h4/", "Kelp & Co"),
            earner="Sam Réyes-Ødegård",
            done=work(**changes),
            place=Place(self.list_address, index),
        )

    def credential(self, index: int = 77, **changes: Any) -> dict[str, Any]:
        return signed(self.body(index, **changes), self.signer, AT)

    def list(self) -> dict[str, Any]:
        until = datetime.now(UTC) + timedelta(days=7)
        return signed(list_body(self.list_address, self.did, self.revoked, AT, until), self.signer, AT)

    def web(self) -> dict[str, Any]:
        """What the site shows to the world."""
        return {f"{self.address}/.well-known/did.json": self.document, self.list_address: self.list()}

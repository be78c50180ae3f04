"""Why a credential is not what it says; the pages hold the sentences."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a file that was to be checked."""

    UNREADABLE = "unreadable"  # neither a credential, nor a token, nor a picture that holds one
    NO_PROOF = "no_proof"
    UNKNOWN_PROOF = "unknown_proof"  # of another kind than ours
    UNKNOWN_KEY = "unknown_key"  # signed by nobody we know, or by a key that is not the issuer's
    CHANGED = "changed"  # what is there is not what was signed


class NotGenuine(Exception):
    """The file is not what an issuer signed; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault

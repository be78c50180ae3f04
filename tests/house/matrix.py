"""The permission matrix: what each actor is answered at each address, written by hand, and how it is read.

A row says `"200 sam hana | 403 hugo | 404 *"`: who is answered what. The star is everybody
not named. `signed_in` rows add that a visitor and a suspended person are led to the sign-in
page; `public` rows say all themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

ACTORS = {
    "anon": "a visitor",
    "sam": "the intern",
    "paz": "another talent, without any tie",
    "hana": "owner of the host",
    "rita": "recruiter of the host",
    "hugo": "supervisor of the engagement",
    "cora": "its cover",
    "vera": "another supervisor of the host",
    "xavi": "an ex-member of the host",
    "tia": "an intern of the host who became its member",
    "otto": "owner of another host",
    "stella": "steward",
    "zoe": "a suspended recruiter of the host",
}
MUST_SIGN_IN = ("anon", "zoe")
SIGN_IN = 302


@dataclass(frozen=True)
class Row:
    """One address and method, on certain things of the world, and what each actor is answered."""

    name: str
    method: str
    on: tuple[str, ...]
    answers: dict[str, int]
    data: dict[str, Any] = field(default_factory=dict)
    leads_to_sign_in: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.name} {' '.join(self.on)}".strip()


def read(table: str, *, signed_in: bool) -> dict[str, int]:
    """The table as actor -> status.

    >>> sorted(read("200 sam | 404 *", signed_in=True).items())[:3]
    [('anon', 302), ('cora', 404), ('hana', 404)]
    """
    found: dict[str, int] = dict.fromkeys(MUST_SIGN_IN, SIGN_IN) if signed_in else {}
    rest = None
    for part in table.split("|"):
        status, *people = part.split()
        for person in people:
            if person == "*":
                rest = int(status)
            elif person not in ACTORS or person in found:
                raise ValueError(f"{person} stands twice, or is nobody: {table}")
            else:
                found[person] = int(status)
    missing = [actor for actor in ACTORS if actor not in found]
    if missing and rest is None:
        raise ValueError(f"Nothing is said about {missing}: {table}")
    return found | dict.fromkeys(missing, rest or 0)


def signed_in(method: str, name: str, on: str, table: str, /, **data: Any) -> Row:
    """A page for people with an account."""
    return Row(name, method, tuple(on.split()), read(table, signed_in=True), data, leads_to_sign_in=True)


def public(method: str, name: str, on: str, table: str, /, **data: Any) -> Row:
    """A page for everybody, or for programs."""
    return Row(name, method, tuple(on.split()), read(table, signed_in=False), data)


# allauth's own pages are not ours to test one by one; who may open them is.
ALLAUTH = {
    "account_login": "visitor",
    "account_signup": "visitor",
    "account_reset_password": "visitor",
    "account_reset_password_done": "visitor",
    "account_reset_password_from_key": "visitor",
    "account_reset_password_from_key_done": "visitor",
    "account_confirm_login_code": "visitor",
    "account_email_verification_sent": "visitor",
    "account_inactive": "visitor",
    "account_logout": "person",
    "account_email": "person",
    "account_change_password": "person",
    "account_set_password": "person",
    "account_reauthenticate": "person",
    "mfa_authenticate": "visitor",
    "mfa_login_webauthn": "visitor",
    "mfa_index": "person",
    "mfa_reauthenticate": "person",
    "mfa_activate_totp": "person",
    "mfa_deactivate_totp": "person",
    "mfa_view_recovery_codes": "person",
    "mfa_generate_recovery_codes": "person",
    "mfa_download_recovery_codes": "person",
    "mfa_list_webauthn": "person",
    "mfa_add_webauthn": "person",
    "mfa_edit_webauthn": "person",
    "mfa_remove_webauthn": "person",
    "mfa_reauthenticate_webauthn": "person",
}


def rows() -> Iterator[Row]:
    """All tables, one an audience."""
    from tests.house import (
        matrix_hosts,
        matrix_people,
        matrix_public,
        matrix_stewards,
        matrix_talent,
        matrix_work,
    )

    for table in (matrix_public, matrix_people, matrix_talent, matrix_hosts, matrix_work, matrix_stewards):
        yield from table.ROWS

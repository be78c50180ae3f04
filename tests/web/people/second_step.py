"""A phone with an authenticator app, as RFC 6238 describes it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time

from django.urls import reverse


def code_of(secret: str, *, later: int = 0) -> str:
    """The six digits that an app shows for the secret, now or so many half minutes later."""
    counter = struct.pack(">Q", int(time.time()) // 30 + later)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 0xF
    return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


def add_app(client) -> tuple[str, list[str]]:
    """Add an app for whoever is signed in: its secret, and the recovery codes they get."""
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert (answer.status_code, answer.url) == (302, reverse("mfa_view_recovery_codes"))
    shown = client.get(answer.url).content.decode()
    return secret, ["".join(code.split()) for code in re.findall(r"<code>(\d{4} \d{4})</code>", shown)]

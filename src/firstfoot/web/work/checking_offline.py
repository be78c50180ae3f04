"""One HTML file that checks a credential by itself: in any browser, with the network cut, long after the site is gone.

It holds the token, the issuer's public keys, and the list of revocations as it stood when the file was made;
its day is said, since what was taken back later it cannot know.
"""

from __future__ import annotations

import base64
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from firstfoot.kernel import clock
from firstfoot.proof.credentials.publishing import our_keys, status_list
from firstfoot.proof.credentials.queries import address_of, body_of
from firstfoot.proof.credentials.vc.multikey import public_key
from firstfoot.web.shared.credential_words import shown_in


def page_of(credential: Any) -> str:
    """The whole page; it asks for nothing outside itself."""
    published = status_list(credential.list.address)
    data = {
        "token": credential.token,
        "list": published["token"] if published else "",
        "made": clock.now().isoformat(timespec="seconds"),
        "keys": {
            method: _raw(key)
            for issuer in our_keys()
            if issuer.did == credential.key.did
            for method, key in issuer.by_method.items()
        },
        "words": _words(),
    }
    context = {
        "data": data, "shown": shown_in(body_of(credential)), "made_at": clock.now(), "site_name": settings.SITE_NAME,
        "address": address_of(credential),
    }  # fmt: skip
    return render_to_string("work/export/check_offline.html", context)


def _raw(key: str) -> str:
    raw = public_key(key).public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _words() -> dict[str, str]:
    """What the page may have to say, by code."""
    return {
        "valid": _("Genuine, and not taken back as of the day below."),
        "revoked": _("Genuine, but taken back: it no longer counts."),
        "unknown": _("Genuine. Whether it was taken back cannot be told here."),
        "changed": _("Changed: what is there is not what was signed. Do not rely on it."),
        "unreadable": _("This is no token (JWT) of a credential."),
        "stranger": _("Signed by somebody whose key is not in this page."),
        "unable": _("This browser cannot check Ed25519 signatures. Open the file in a newer one."),
        "name": _("Name"), "earner": _("Earned by"), "host": _("Host"), "issuer": _("Issuer"), "from": _("Signed at"),
        "listed": _("List of what was taken back, as of"),
    }  # fmt: skip

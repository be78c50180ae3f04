"""The sentence behind each refusal's code; a code without one gets the sentence of its kind."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_lazy

from firstfoot.kernel.errors import Refusal

# code -> sentence; page apps add theirs with `say`. A sentence may use the refusal's data: "%(day)s".
_SENTENCES: dict[str, str] = {}

_BY_STATUS = {
    403: gettext_lazy("You cannot do this with your account."),
    409: gettext_lazy("This changed since you opened the page. Look at what stands now, then try again."),
    429: gettext_lazy("That was too many in a short time. Wait a little, then try again."),
}


def say(sentences: dict[str, str]) -> None:
    """Add the (lazily translated) sentences of one part of the house."""
    _SENTENCES.update(sentences)


def reason(refusal: Refusal) -> str:
    """What the reader is told."""
    sentence = _SENTENCES.get(refusal.code) or _BY_STATUS.get(refusal.status)
    if sentence is None:
        return gettext("This is not possible right now.")
    return str(sentence) % refusal.data if refusal.data else str(sentence)

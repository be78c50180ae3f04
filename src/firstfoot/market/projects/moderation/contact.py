"""Addresses, numbers and messengers: ways to talk where nobody can look after it."""

from __future__ import annotations

import re

from firstfoot.market.projects.moderation.patterns import shape

_MESSENGER = (
    "whatsapp|whats app|telegram|signal|discord|insta|instagram|wechat|skype|snapchat|viber|facebook|messenger|line"
)
_CHANNEL = (
    "number|phone|phone number|mobile|inbox|whatsapp|telegram|email|e mail|mail|e mail address|email address|address"
)
ASKED = shape(
    "{verb} {me} .. {messenger}",
    "{me} .. {verb} .. over {messenger}",
    "{me} .. {verb} .. on {messenger}",
    "{take} {this} .. {messenger}",
    "{messenger} .. {verb} {me}",
    "join our {messenger} .. considered",
    "{mine} {channel} {is}",
    "{mine} handle",
    "{mine} {channel} \\d+",
    "{mail} {me} {how}",
    "{mail} your .. to",
    "call \\d{{3}}",
    "{leave} your .. {channel}",
    "{ask} your {private} {channel}",
    "{send} your {papers} to",
    "apply {through} .. {site}",
    "{instead}",
    "\\w+ at \\w+ dot \\w+",
    "mail \\w+ at \\w+ dot",
    verb="message|ping|text|dm|add|reach|find|contact|write|call|chat|talk|talks|interview|mail|email",
    me="me|us|we",
    messenger=_MESSENGER,
    take="take|move|continue",
    this="this|it|things|the chat",
    mine="my|our private",
    channel=_CHANNEL,
    **{"is": "is"},
    mail="email|e mail|mail|text|dm|call|phone",
    how="directly|at|on|instead|for",
    leave="leave|give us|give me|tell us",
    ask="what is|what's|send|share|leave|give|tell|enter|add",
    private="private|personal|own",
    send="send|mail|email",
    papers="cv|resume|application|portfolio|papers",
    through="through|via|on|at",
    site="(?:our|my) (?:web ?site|site|web page|page)|on our website",
    instead="(?:instead of|rather than|not) (?:applying )?here",
)

_AFTER_AT = re.compile(r"[\w-]{1,63}\.\w")
# Written as numbers are: with a plus, with a first 0, or three, three and four digits.
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d[\d ().-]{7,18}\d|\(?0\d[\d ()/.-]{6,14}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w-])"
)
_LINK = re.compile(r"\b(?:t\.me|wa\.me|discord\.gg|m\.me|signal\.me)/\w", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@\w{3,}|\b\w{3,32}#\d{4}\b")


def addresses_in(text: str) -> list[str]:
    """The kinds of address that stand in a text; never the address itself, which is a person's."""
    found = []
    if _mail_in(text):
        found.append("@")
    if any(9 <= sum(map(str.isdigit, number)) <= 15 for number in _PHONE.findall(text)):
        found.append("+")
    if match := _LINK.search(text):
        found.append(match.group()[:-2].lower())
    if _HANDLE.search(text):
        found.append("@name")
    return found


def _mail_in(text: str) -> bool:
    at = text.find("@")
    while at >= 0:
        if at > 0 and text[at - 1].isalnum() and _AFTER_AT.match(text, at + 1):
            return True
        at = text.find("@", at + 1)
    return False

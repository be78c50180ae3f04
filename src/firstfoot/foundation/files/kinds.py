"""Which files we take, told by their ending and their first bytes alike. Pure."""

from __future__ import annotations

HEAD = 4096  # bytes that tell

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

# ending -> (media type, beginnings; none means plain text)
_KINDS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": ("application/pdf", (b"%PDF-",)),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "gif": ("image/gif", (b"GIF87a", b"GIF89a")),
    "webp": ("image/webp", (b"RIFF",)),
    "docx": (_OOXML + "wordprocessingml.document", _ZIP),
    "xlsx": (_OOXML + "spreadsheetml.sheet", _ZIP),
    "pptx": (_OOXML + "presentationml.presentation", _ZIP),
    "odt": (_ODF + "text", _ZIP),
    "ods": (_ODF + "spreadsheet", _ZIP),
    "odp": (_ODF + "presentation", _ZIP),
    "zip": ("application/zip", _ZIP),
    "mp4": ("video/mp4", ()),
    "txt": ("text/plain", ()),
    "md": ("text/markdown", ()),
    "csv": ("text/csv", ()),
}

ENDINGS = tuple(_KINDS)
# What may be shown where it stands, and how; a drawing that can hold scripts is not taken at all.
SHOWN_AS = {
    "image/png": "picture", "image/jpeg": "picture", "image/gif": "picture", "image/webp": "picture",
    "application/pdf": "paper", "text/plain": "text", "text/markdown": "text", "text/csv": "text",
}  # fmt: skip
ARCHIVES = frozenset(ending for ending, (_type, beginnings) in _KINDS.items() if beginnings == _ZIP)


def ending_of(name: str) -> str:
    """The ending of a file name, in lower case.

    >>> ending_of("Map of Leeds.PDF"), ending_of("README")
    ('pdf', '')
    """
    return name.rpartition(".")[2].lower() if "." in name else ""


def media_type_of(name: str, head: bytes) -> str:
    """The media type of a file that we take, or "" for one that we refuse.

    >>> media_type_of("map.pdf", b"%PDF-1.7"), media_type_of("map.pdf", b"MZ\\x90"), media_type_of("page.html", b"<")
    ('application/pdf', '', '')
    """
    media_type, beginnings = _KINDS.get(ending_of(name), ("", ()))
    if not media_type:
        return ""
    if media_type == "video/mp4":
        fits = head[4:8] == b"ftyp"
    elif media_type == "image/webp":
        fits = head.startswith(beginnings) and head[8:12] == b"WEBP"
    elif beginnings:
        fits = head.startswith(beginnings)
    else:
        fits = b"\x00" not in head and not head.startswith((b"MZ", b"\x7fELF"))
    return media_type if fits else ""


def plain_name(name: str) -> str:
    """The name without folders and control characters, at most 200 characters, the ending kept.

    >>> plain_name("../../etc/map\\x00 one.pdf")
    'map one.pdf'
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    clean = "".join(c for c in last if c.isprintable()).strip() or "file"
    if len(clean) <= 200:
        return clean
    ending = ending_of(clean)[:12]
    return f"{clean[: 199 - len(ending)]}.{ending}"

"""Texts that would run in a browser that was handed them as they are, and the pages that show them."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from zlib import crc32

from django.core.files.uploadedfile import SimpleUploadedFile

from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.notifications.models import Mail
from firstfoot.kernel import clock
from firstfoot.work.engagements.actions import submit_deliverable
from tests.access.crawling import Reader, addresses, text_of
from tests.access.who_sees import READERS
from tests.access.words import Words
from tests.access.work import WorkingWorld
from tests.factories import engagements as make
from tests.house.pages import Shown

# Each is short enough for a name; `r` is told by the page that it ran, and `x-zq` is no element of ours.
TEXTS = (
    "<x-zq></x-zq><script>r()</script>",
    "<x-zq><img src=/x onerror=r()>",
    '"><x-zq><svg onload=r()>',
    "'><x-zq tabindex=0 autofocus onfocus=r()>",
    "</title></textarea></script><x-zq><svg onload=r()>",
    "--><x-zq><body onload=r()>",
    "[a](javascript:r()) ![a](/x'onerror='r())",
    "<x-zq><a href=javascript:r()>a</a>",
    "<x-zq><iframe srcdoc='<script>parent.r()</script>'>",
    "{{7*7}}${r()}<x-zq><style onload=r()></style>",
)
# Run only where they stand in a tag, an address or a script: not one of these is alone in the control.
HARMLESS_ALONE = {6, 7}
PDF = b"%PDF-1.7\n<html><x-zq><script>r()</script></html>"
GIF = b"GIF89a/*\x01\x00<svg onload=r()><x-zq>*/=0;r()//"  # a script, too, and 10,799 points wide
FILES = (
    ('"><img src=x onerror=r()>.txt', b"<!doctype html><x-zq><script>r()</script>"),
    ("page.html.txt", b"<html><body onload=r()><x-zq></body></html>"),
    ("drawing.svg.md", b'<svg xmlns="http://www.w3.org/2000/svg" onload="r()"><script>r()</script></svg>'),
    ("'-r()-'.gif", GIF),
    ("both.pdf", PDF),
    ("script.txt", b"r()"),
    ("=HYPERLINK(javascript).csv", b"=cmd|'/C calc'!A0,\"=r()\"\n@SUM(1),<script>r()</script>"),
)
SVG, SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg" onload="r()"/>', b"<script>r()</script>"
REFUSED = (
    ("drawing.svg", SVG), ("page.html", SCRIPT), ("page.xhtml", SCRIPT), ("page.HTM", SCRIPT), ("code.js", b"r()"),
    ("drawing.svgz", b"\x1f\x8b"), ("page.png", SVG), ("page.pdf", SCRIPT), ("sheet.xml", b"<?xml-stylesheet?>"),
    ("page.txt.mhtml", b"r()"), ("both.html", GIF), ("both.svg", PDF),
)  # fmt: skip


class LoudWords(Words):
    """Gives each word out inside of something that would run."""

    def __init__(self) -> None:
        turn = itertools.cycle(TEXTS)
        super().__init__(dress=lambda word: f"{word}{next(turn)}")

    def link(self, name: str) -> str:
        return f"javascript:r()//{self.plain(name)}.example/page"


class LoudWorld(WorkingWorld):
    """The world in which everybody says such things everywhere, and hands such files in."""

    def __init__(self) -> None:
        super().__init__(LoudWords())
        engagement = self.work["files"] = self._start("files", "sam", "hana")
        stored = [store_file(upload=SimpleUploadedFile(name, body), actor=self["sam"]).pk for name, body in FILES]
        thing = make.deliverable(engagement)
        submit_deliverable(
            deliverable_id=thing.pk, seen=thing.version, note=self.say("files.submission"), links=[], files=stored,
            key="files", actor=self["sam"],
        )  # fmt: skip


# In make ci: which part of the site each of them opens, and which engagements.
PLACES = {
    "hana": ("/hosting/", "/work/", "/inbox/"), "sam": ("/talent/", "/work/", "/settings/"), "stella": ("/steward/",),
    "anon": ("/projects/", "/organizations/", "/invitations/"),
}  # fmt: skip
WORK = {"hana": ("active", "agreeing", "closing"), "sam": ("agreeing", "completed", "files")}
PROJECTS = ("draft", "open")
FEW = re.compile(r"^/inbox/.|^/steward/(people|results)/.|/remove/$")  # alike, and many: a few of them


def pages(world: LoudWorld, *, everything: bool) -> Iterator[Shown]:
    """Pages with their headers that show a reader a kind of text where they have not met it yet."""
    for name in READERS if everything else PLACES:
        reader, seen = Reader(world, name), set[tuple[str, str]]()
        for path in addresses(world):
            if not everything and not is_chosen(world, name, path):
                continue
            answer = reader.get(path)
            page = re.sub(r"[a-z0-9]{12}|\d+", "", path)
            found = {(page, kind(word)) for word in world.words.found_in(text_of(answer))}
            is_download = "attachment" in answer.get("Content-Disposition", "")
            if answer["Content-Type"].startswith("text/html") and not is_download and not found <= seen:
                seen |= found
                yield Shown(path, name, answer.status_code, tuple(answer.items()), answer.whole)


def kind(name: str) -> str:
    """`active.note_2_sam` is a note."""
    return re.sub(r"(_\d+)+|_[a-z]{3,4}$", "", name.partition(".")[2])


def is_chosen(world: LoudWorld, name: str, path: str) -> bool:
    if not path.startswith(PLACES[name]):
        return False
    if FEW.search(path):
        return (crc32(path.encode()) + clock.today().toordinal()) % 8 == 0
    if path.startswith("/work/"):
        return any(world.work[key].public_id in path for key in WORK[name])
    if path.startswith(("/hosting/projects/", "/projects/", "/talent/apply/", "/steward/projects/")):
        chosen = ("draft",) if "/brief/" in path else (*PROJECTS, "waits")
        return any(world.projects[key].public_id in path for key in chosen)
    return True


def letters(world: LoudWorld) -> Iterator[Shown]:
    """What leaves the site: mails, and the copy of one's data, opened where no policy guards them."""
    kind = (("Content-Type", "text/html; charset=utf-8"),)
    for mail in Mail.objects.filter(html__contains="zq").exclude(kind="test").order_by("pk"):
        yield Shown(f"mail {mail.kind}", mail.address, 200, kind, mail.html.encode())
    reader = Reader(world, "sam")
    (copy,) = [path for path in addresses(world) if "/your-data/copy/" in path]
    with zipfile.ZipFile(io.BytesIO(reader.get(copy).whole)) as packed:
        yield Shown(copy, "sam", 200, kind, packed.read("index.html"))

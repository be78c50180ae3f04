"""A page on paper: the words in their order, what is left out, what the printer refuses."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from time import process_time

import pytest
import typst
from django.urls import reverse

from firstfoot.web.shared.paper.press import Sheet, pdf_of
from firstfoot.web.shared.paper.reading import blocks_of
from tests.factories import engagements as make
from tests.factories.projects import make_open_project

pytestmark = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="there is no pdftotext here (Debian: apt install poppler-utils)"
)


def sheet(title: str = "A paper") -> Sheet:
    return Sheet(title, "en", "ltr", "Firstfoot", "https://example.org/x/", datetime(2026, 3, 2, tzinfo=UTC))


def text_of(pdf: bytes, tmp_path) -> str:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def in_order(text: str, *words: str) -> bool:
    """Whether the words stand in the text one after the other."""
    place = 0
    for word in words:
        place = text.find(word, place)
        if place == -1:
            return False
        place += len(word)
    return True


def test_what_went_and_what_came_in_one_text_is_told_apart():
    woven = '<dd class="woven">Compare<del><span class="sr">taken out:</span> four</del><ins> six</ins> shops</dd>'
    assert blocks_of(f"<dl>{woven}</dl>")[0].text == "Compare[\N{MINUS SIGN} four][+ six] shops"


def test_what_is_read_and_what_is_left_out():
    blocks = blocks_of(
        '<nav>Menu</nav><main><h1>Title</h1><p>One <strong>two</strong>\n three</p><svg><title>door</title></svg>'
        '<form><button>Send</button></form><a class="btn" href="/">Go</a><p class="no-print">Screen</p>'
        '<span aria-hidden="true">AB</span><ul class="ticks"><li>Done</li><li class="open">Open</li></ul>'
        '<ol><li>First<p>More</p></li><li>Second</li></ol><dl><div><dt>Pay</dt><dd>$360</dd></div></dl>'
        '<div><span class="badge">New</span> <span class="badge line">week 2</span></div><p class="name">Ada</p>'
        '<p>5 &lt; 6 &amp; 7</p></main><footer>Foot</footer>'
    )  # fmt: skip
    assert [(b.kind, b.mark, b.text) for b in blocks] == [
        ("h1", "", "Title"), ("p", "", "One two three"), ("item", "check", "Done"), ("item", "open", "Open"),
        ("item", "number", "First"), ("more", "", "More"), ("item", "number", "Second"), ("term", "", "Pay"),
        ("value", "", "$360"), ("badge", "", "New"), ("badge", "", "week 2"), ("p", "", "Ada"), ("p", "", "5 < 6 & 7"),
    ]  # fmt: skip
    assert [run.text for block in blocks for run in block.runs if run.strong] == ["two", "Ada"]


def test_words_are_never_source(tmp_path):
    hostile = '#panic("x") #read("/etc/passwd") $1/0$ \\ `code` *b* _i_ @label <tag> // gone'
    text = text_of(pdf_of(sheet(hostile), blocks_of(f"<h1>T</h1><p>{hostile.replace('<', '&lt;')}</p>")), tmp_path)
    assert in_order(text, '#panic("x")', '#read("/etc/passwd")', "$1/0$", "`code`", "*b*", "@label", "<tag>", "// gone")


def test_names_in_other_scripts_print(tmp_path):
    pdf = pdf_of(sheet("Ελένη Łukasz"), blocks_of("<h1>Ελένη Łukasz</h1><p>Иван Ñandú Zoë Đặng</p>"))
    assert in_order(text_of(pdf, tmp_path), "Ελένη Łukasz", "Иван", "Ñandú", "Zoë", "Đặng")


@pytest.mark.parametrize("name", ["王小明", "محمد علي", "שרה", "सीता", "👩‍🚀 Ada", "\ue000private", "\U000f0000"])
def test_a_script_without_a_font_still_prints(name, tmp_path):
    text = text_of(pdf_of(sheet(name), blocks_of(f"<h1>{name}</h1><p>{name} signed.</p>")), tmp_path)
    assert "signed." in text


def test_it_is_tagged_named_and_in_our_fonts(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_of(sheet(), blocks_of("<h1>A paper</h1><p>Words</p>")))
    facts = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
    fonts = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout
    assert (in_order(facts, "Title:", "A paper"), "Tagged:          yes" in facts) == (True, True)
    assert ("Figtree" in fonts, "Bricolage" in fonts, "Libertinus" in fonts) == (True, True, False)
    assert b"pdfuaid:part" in path.read_bytes()


def test_the_standard_is_really_asked_for():
    """UA-1 refuses a document without a title: what the printer would refuse, it refuses here too."""
    with pytest.raises(typst.TypstError, match="title"):
        pdf_of(sheet(title=""), blocks_of("<p>Words</p>"))


def test_the_same_thing_gives_the_same_bytes():
    blocks = blocks_of("<h1>A paper</h1><p>Words</p>")
    assert pdf_of(sheet(), blocks) == pdf_of(sheet(), blocks)


def test_the_agreement_in_its_order(cast, client, tmp_path):
    engagement = make.sign_both(cast, make.make_engagement(cast))
    client.force_login(cast.sam)
    answer = client.get(reverse("work:agreement_pdf", args=[engagement.public_id]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    text = text_of(answer.content, tmp_path)
    signed = engagement.agreement_versions.get(state="signed")
    headings = [section["heading"] for section in signed.content["sections"]]
    assert in_order(text, engagement.title, *headings, "Signatures", "Samuel Okoro")
    assert signed.content_hash in text.replace(" ", "")
    assert "Save as PDF" not in text


def test_an_earlier_version_prints_too(cast, client, tmp_path):
    engagement = make.make_engagement(cast)
    client.force_login(cast.sam)
    address = reverse("work:agreement_pdf", args=[engagement.public_id])
    assert "Agreement, version 1" in text_of(client.get(address, {"version": "1"}).content, tmp_path)
    assert client.get(address, {"version": "9"}).status_code == 404


def test_the_completion_and_the_brief(cast, client, tmp_path):
    done = make.make_completed(cast)
    client.force_login(cast.hana)
    text = text_of(client.get(reverse("work:completion_pdf", args=[done.public_id])).content, tmp_path)
    assert in_order(text, done.title, "The outcome", "What was handed in and accepted", "In short")

    client.logout()
    project = make_open_project(cast)
    answer = client.get(reverse("public:project_pdf", args=[project.public_id]))
    text = text_of(answer.content, tmp_path)
    assert in_order(text, project.title, "At a glance", "Pay", "What you hand in", "Accepted when")
    address = reverse("public:project_pdf", args=[project.public_id])
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_only_those_who_see_the_page_get_the_paper(cast, client):
    engagement = make.make_engagement(cast)
    address = reverse("work:agreement_pdf", args=[engagement.public_id])
    assert client.get(address).status_code == 302
    client.force_login(cast.otto)
    assert client.get(address).status_code == 404


def test_no_paper_takes_long():
    blocks = blocks_of("<h1>T</h1>" + "<h2>Part</h2><p>Words of a long agreement. </p>" * 200)
    pdf_of(sheet(), blocks)  # the fonts are read once a process
    began = process_time()
    pdf_of(sheet("Another paper"), blocks)
    assert process_time() - began < 0.5

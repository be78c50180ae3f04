"""In headless Chromium: from accepted work to a public page and a letter; and one of which nothing may leak."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Browser

from firstfoot.operations.check.command import all_faults
from firstfoot.proof.portfolio.models import PersonPage, PortfolioItem, Recommendation
from tests.cast import assemble
from tests.chromium import new_page, serving
from tests.factories import engagements as make
from tests.factories.projects import good_brief
from tests.journeys.sides import Sides
from tests.journeys.walkers import BrowserWalker

SECRET = "zqsecretqz"  # stands in every text of the agreement that must not be shown


@pytest.mark.browser
def test_from_accepted_work_to_a_page_and_a_letter(transactional_db, chrome: Browser):
    cast, noise = assemble(), []
    engagement = make.make_closing(cast)
    with serving() as site:
        sides = Sides(site, chrome, noise, engagement)
        sam, hugo = sides.walker(cast.sam), sides.walker(cast.hugo)
        hugo.go(sides.work + "letter/")
        hugo.press("Save the draft", {"saw": "He counted twice.", "letter": "I would hire Sam."})
        hugo.press("Sign the letter", {"typed_name": "Hugo Marsh", "agreed": True})
        hugo.sees("Sam Okoro chooses where it shows.")
        sam.go(sides.work + "letter/")
        sam.misses("I would hire Sam.")  # assessments are open
        make.evaluate(engagement, cast.sam)
        make.evaluate(engagement, cast.hugo)
        sam.go(sides.work + "letter/")
        sam.sees("I would hire Sam.")
        sam.press("Save", {"on_page": True})

        sam.go(sides.work + "completion/")
        sam.page.get_by_role("link", name="Show this work").click()
        sam.page.wait_for_url("**/talent/portfolio/**")
        sam.press("Finish this text", {"did": "I asked four bakeries and counted for two weeks."})
        sam.press("Save", {"visibility": "public"})
        sam.go("/talent/portfolio/page/")
        sam.press("Save", {"slug": "sam-okoro", "headline": "I count things"})
        sam.press("Put it up")

        visitor = BrowserWalker(new_page(chrome, noise), site)
        visitor.go("/people/sam-okoro/")
        visitor.sees("I count things", engagement.title, "I would hire Sam.", "Brindle Bakery")
        visitor.page.get_by_role("link", name="Read all of it, and check that it stands").click()
        visitor.page.wait_for_url("**/letters/**")
        visitor.sees("It stands", "Hugo Marsh")
        visitor.go(reverse("public:evidence", args=[PortfolioItem.objects.get().public_id]))
        visitor.sees("Checked by", "Hugo Marsh")

        sam.go("/talent/portfolio/page/")
        sam.press("Take it down")
        gone = ["/people/sam-okoro/", "/people/sam-okoro/card.png",
                reverse("public:letter", args=[Recommendation.objects.get().public_id]),
                reverse("public:shown_item", args=[PortfolioItem.objects.get().public_id])]  # fmt: skip
        assert [visitor.page.request.get(site + path).status for path in gone] == [404] * 4
    assert (noise, list(all_faults())) == ([], [])


@pytest.mark.browser
def test_what_stays_between_the_two_leaks_nowhere(transactional_db, chrome: Browser):
    cast, noise = assemble(), []
    results = [replace(row, title=f"{row.title} {SECRET}") for row in good_brief(cast).deliverables]
    engagement = make.make_closing(
        cast, portfolio="redacted", title=f"Prices {SECRET}", problem=f"Too dear {SECRET}", outcome=f"A table {SECRET}",
        deliverables=tuple(results),
    )  # fmt: skip
    make.evaluate(engagement, cast.sam)
    make.evaluate(engagement, cast.hugo, quote=f"Good {SECRET}")
    with serving() as site:
        sides = Sides(site, chrome, noise, engagement)
        sam, hugo = sides.walker(cast.sam), sides.walker(cast.hugo)
        page = f"/talent/portfolio/{engagement.public_id}/"
        typed = {"title": "What things cost", "problem": "Nobody knew.", "asked": "A table.", "result": "It is used."}
        sam.go(page)
        with pytest.raises(AssertionError, match="422"):
            sam.press("Send it to the host", {**typed, "did": "I asked Hugo Marsh of Brindle Bakery."})
        sam.go(page)
        sam.press("Send it to the host", {**typed, "did": "I asked in four places."})
        sam.press("Save", {"visibility": "public"})
        sam.go("/talent/portfolio/page/")
        sam.press("Save", {"slug": "sam-okoro", "is_findable": True})
        sam.press("Put it up")
        unanswered = seen_by_all(chrome, noise, site, sam)
        assert "I asked in four places." not in unanswered
        hugo.go(sides.work + "showing/")
        hugo.sees(SECRET, "I asked in four places.")  # side by side
        hugo.press("Send the answer", {"answer": "yes"})
        cleared = seen_by_all(chrome, noise, site, sam)
        assert "I asked in four places." in cleared
    for text in (unanswered, cleared):
        left = [word for word in (SECRET, "Brindle", "Hugo", engagement.public_id) if word.lower() in text.lower()]
        assert left == []
    assert list(all_faults()) == []


def seen_by_all(chrome: Browser, noise: list[str], site: str, sam: BrowserWalker) -> str:
    """Everything that goes out about the item: pages, picture, sitemap, feed; and the resume that its person sends."""
    visitor, item = new_page(chrome, noise), PortfolioItem.objects.get()
    slug = PersonPage.objects.get().slug
    public = [
        f"/people/{slug}/", f"/people/{slug}/card.png", f"/shown/{item.public_id}/",
        f"/shown/{item.public_id}/evidence/", "/sitemap-people.xml",
    ]  # fmt: skip
    own = ["resume.json", "text/", "plain.pdf", "side.pdf"]
    answers = [visitor.request.get(site + path) for path in public]
    answers += [sam.page.request.get(f"{site}/talent/resume/{name}") for name in own]
    assert {answer.status for answer in answers} == {200}
    return "\n".join(f"{answer.headers}\n{_text(answer)}" for answer in answers)


def _text(answer) -> str:
    """Its words: of a PDF what a reader sees and what the file says of itself, of a picture all it holds."""
    raw = answer.body()
    if answer.headers["content-type"] == "application/pdf":
        ways = [["pdftotext", "-", "-"], ["pdfinfo", "-"]] if shutil.which("pdftotext") else [["cat"]]
        said = [subprocess.run(way, input=raw, capture_output=True, check=True).stdout for way in ways]
        return b"\n".join(said).decode("utf-8", "replace")
    if answer.headers["content-type"] == "image/png":
        return f"{Image.open(io.BytesIO(raw)).info} {raw.decode('latin-1')}"
    return raw.decode("utf-8", "replace")

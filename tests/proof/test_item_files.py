"""Files on an item: chosen by the intern, approved where the agreement asks for it, without anything they carry."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.operations.check.stored_files import file_faults
from firstfoot.proof.portfolio.actions import (
    answer_item,
    erase_portfolio,
    hand_in_item,
    put_up_page,
    ready_files,
    save_item,
    show_item,
    take_down_page,
)
from firstfoot.proof.portfolio.models import ItemFile
from firstfoot.proof.portfolio.queries import asked_version, choosable_files, file_in, shown_as
from firstfoot.work.engagements.queries import standing_terms
from tests.cast import enter
from tests.factories.engagements import make_completed
from tests.factories.portfolio import (
    TEXT,
    hand_in,
    hand_over,
    make_page,
    photo,
    reread,
    save,
    save_with_files,
    show,
)

pytestmark = pytest.mark.django_db
ALT = "Where the twelve shops lie"


def at(item, number=1):
    return reverse("public:shown_file", args=[item.public_id, number])


def status(client, path):
    answer = client.get(path)
    answer.getvalue()
    return answer.status_code


def approve(engagement, item):
    _item, version = asked_version(engagement)
    seen = version.content_hash
    return answer_item(item_id=item.pk, seen_hash=seen, approve=True, note="", actor=engagement.supervisor)


def carried(raw):
    with Image.open(BytesIO(raw)) as picture:
        return {**picture.info, **dict(picture.getexif())}


def test_a_picture_is_shown_without_anything_that_it_carries(cast, client):
    engagement = make_completed(cast, portfolio="full")
    item = show(hand_in(engagement, save_with_files(engagement, {hand_over(engagement): ALT})), "link")
    page = client.get(reverse("public:shown_item", args=[item.public_id])).content.decode()
    assert (f'alt="{ALT}"' in page, f'src="{at(item)}"' in page, "Brindle Bakery map" in page) == (True, True, False)
    answer = client.get(at(item))
    raw = answer.getvalue()
    assert (answer.status_code, answer["Content-Type"], "sandbox" in answer["Content-Security-Policy"]) == (
        200, "image/webp", True,
    )  # fmt: skip
    assert ("no-store" in answer["Cache-Control"], answer["X-Robots-Tag"]) == (True, "noindex")
    assert "Brindle" not in answer["Content-Disposition"]
    assert [words for words in (b"Hugo", b"Brindle", b"Exif") if words in raw] == []
    assert set(carried(photo())) > set(carried(raw)) - {"loop", "background", "timestamp", "duration"}
    with Image.open(BytesIO(raw)) as picture:
        assert picture.size == (30, 40)  # it stands upright without being told


def test_a_pdf_is_shown_as_it_was_handed_in(cast, client):
    engagement = make_completed(cast, portfolio="full")
    raw = b"%PDF-1.7 the plan"
    item = save_with_files(engagement, {hand_over(engagement, "Plan of Brindle Bakery.pdf", raw): "The plan"})
    item = show(hand_in(engagement, item), "link")
    answer = client.get(at(item))
    assert (answer.getvalue(), answer["Content-Type"]) == (raw, "application/pdf")
    assert "The plan (PDF)" in client.get(reverse("public:shown_item", args=[item.public_id])).content.decode()


def test_only_accepted_pictures_and_pdfs_may_be_chosen(cast):
    engagement = make_completed(cast)
    picture = hand_over(engagement)
    hand_over(engagement, "table.csv", b"a,b")
    other = hand_over(make_completed(cast))
    assert list(choosable_files(engagement, standing_terms(engagement))) == [picture]
    item = save(engagement, files=[{"file": key, "alt": ALT} for key in (picture, other, "nothing")])
    assert [row["file"] for row in item.text["files"]] == [picture]


def test_a_result_that_stays_between_the_two_keeps_its_files(cast):
    engagement = make_completed(cast, portfolio="full")
    version = engagement.agreement_versions.get(state="signed")
    version.content["terms"]["deliverables"][0]["showing"] = "none"
    version.save(update_fields=["content"])
    hand_over(engagement)
    assert choosable_files(engagement, standing_terms(engagement)) == {}


def test_a_file_makes_the_text_as_narrow_as_its_result(cast):
    engagement = make_completed(cast, portfolio="full")
    version = engagement.agreement_versions.get(state="signed")
    version.content["terms"]["deliverables"][0]["showing"] = "on_request"
    version.save(update_fields=["content"])
    item = save_with_files(engagement, {hand_over(engagement): ALT}, results=[2])
    assert hand_in(engagement, item).state == "asked"


@pytest.mark.parametrize(("alt", "code"), [("", "alt_missing"), (" ", "alt_missing")])
def test_each_says_in_words_what_it_shows(cast, alt, code):
    engagement = make_completed(cast)
    item = save_with_files(engagement, {hand_over(engagement): alt})
    with pytest.raises(Conflict, match=code):
        hand_in(engagement, item)


def test_nothing_is_shown_before_it_was_drawn_anew(cast):
    engagement = make_completed(cast)
    item = save(engagement, files=[{"file": hand_over(engagement), "alt": ALT}])
    with pytest.raises(Conflict, match="files_not_ready"):
        hand_in(engagement, item)


def test_nobody_else_makes_files_ready(cast):
    engagement = make_completed(cast)
    item = save(engagement, files=[{"file": hand_over(engagement), "alt": ALT}])
    with pytest.raises(NotPermitted):
        ready_files(item_id=item.pk, actor=cast.hugo)
    assert ItemFile.objects.count() == 0


def test_a_picture_that_cannot_be_read_is_said(cast):
    engagement = make_completed(cast)
    key = hand_over(engagement, "broken.jpg", b"\xff\xd8\xff broken")
    item = save(engagement, files=[{"file": key, "alt": ALT}])
    with pytest.raises(Conflict, match="picture_unreadable"):
        ready_files(item_id=item.pk, actor=cast.sam)


def test_making_them_ready_twice_makes_one(cast):
    engagement = make_completed(cast)
    item = save_with_files(engagement, {hand_over(engagement): ALT})
    before = StoredFile.objects.count()
    ready_files(item_id=item.pk, actor=cast.sam)
    assert (ItemFile.objects.count(), StoredFile.objects.count()) == (1, before)
    assert list(file_faults()) == []


# --- under confidentiality ---


@pytest.mark.parametrize("right", ["on_request", "redacted"])
def test_only_what_the_host_approved_is_shown(cast, client, right):
    engagement = make_completed(cast, portfolio=right)
    item = show(hand_in(engagement, save_with_files(engagement, {hand_over(engagement): ALT})), "link")
    reading = reverse("work:showing_file", args=[engagement.public_id, 1])
    assert (status(client, at(item)), status(client, reading)) == (404, 302)
    enter(client, cast.hugo)
    assert ALT in client.get(reverse("work:showing", args=[engagement.public_id])).content.decode()
    seen = client.get(reading).getvalue()
    approve(engagement, item)
    client.logout()
    assert client.get(at(item)).getvalue() == seen


def test_a_file_that_is_added_later_waits_for_its_own_yes(cast, client):
    engagement = make_completed(cast, portfolio="on_request")
    item = show(hand_in(engagement, save_with_files(engagement, {hand_over(engagement): ALT})), "link")
    approve(engagement, item)
    first = client.get(at(item)).getvalue()
    second = hand_over(engagement, "another.png", photo((9, 9), "PNG"))
    save_with_files(engagement, {second: "Another"})
    assert (client.get(at(item)).getvalue(), status(client, at(item, 2))) == (first, 404)
    hand_in(engagement, reread(item))
    assert client.get(at(item)).getvalue() == first


def test_a_text_without_names_has_none_under_its_files_and_no_pdf(cast):
    engagement = make_completed(cast, portfolio="redacted")
    item = save_with_files(engagement, {hand_over(engagement): "A map by Hugo Marsh"})
    with pytest.raises(Conflict, match="names_left"):
        hand_in_item(item_id=item.pk, actor=cast.sam)
    item = save_with_files(engagement, {hand_over(engagement, "plan.pdf", b"%PDF-1.7 by Hugo Marsh"): "The plan"})
    with pytest.raises(Conflict, match="paper_redacted"):
        hand_in_item(item_id=item.pk, actor=cast.sam)


def test_no_name_of_the_host_leaves_by_a_redacted_item(cast, client):
    """The canary: every page and file of it, with all headers."""
    engagement = make_completed(cast, portfolio="redacted")
    item = show(hand_in(engagement, save_with_files(engagement, {hand_over(engagement): ALT})), "public")
    approve(engagement, item)
    make_page(cast.sam, "sam")
    pages = [
        reverse("public:shown_item", args=[item.public_id]), reverse("public:evidence", args=[item.public_id]),
        at(item), reverse("public:person", args=["sam"]),
    ]  # fmt: skip
    answers = [client.get(page) for page in pages]
    assert [answer.status_code for answer in answers] == [200] * 4
    said = [str(dict(answer.items())).encode() + answer.getvalue() for answer in answers]
    canaries = [b"Brindle", b"Hugo", b"Marsh", b"Hana", engagement.public_id.encode(), b"map.jpg"]
    assert [(page, word) for page, text in zip(pages, said, strict=True) for word in canaries if word in text] == []
    assert ALT.encode() in said[3]


# --- by its current visibility ---


def test_it_is_served_by_the_current_visibility(cast, client):
    engagement = make_completed(cast, portfolio="full")
    item = hand_in(engagement, save_with_files(engagement, {hand_over(engagement): ALT}))
    page = make_page(cast.sam, "sam", up=False)
    codes = []
    for visibility in ("private", "link", "public"):
        show_item(item_id=item.pk, visibility=visibility, actor=cast.sam)
        codes.append(status(client, at(item)))
    put_up_page(page_id=page.pk, actor=cast.sam)
    codes.append(status(client, at(item)))
    take_down_page(page_id=page.pk, actor=cast.sam)
    codes.append(status(client, at(item)))
    assert codes == [404, 200, 404, 200, 404]


@pytest.mark.parametrize("number", [0, 2, 99])
def test_there_is_nothing_under_other_numbers(cast, client, number):
    engagement = make_completed(cast, portfolio="full")
    item = show(hand_in(engagement, save_with_files(engagement, {hand_over(engagement): ALT})), "link")
    assert status(client, at(item, number)) == 404


def test_what_was_handed_in_is_not_opened_by_it(cast, client):
    """Neither the original nor the drawn picture by the address of files at work."""
    engagement = make_completed(cast, portfolio="full")
    key = hand_over(engagement)
    item = show(hand_in(engagement, save_with_files(engagement, {key: ALT})), "public")
    shown = file_in(shown_as(reread(item)).version, 1)
    enter(client, cast.otto)
    for one in (key, shown.public_id):
        assert client.get(reverse("people:file_shown", args=[one])).status_code == 404


def test_with_its_person_it_goes(cast, client):
    engagement = make_completed(cast, portfolio="full")
    key = hand_over(engagement)
    item = show(hand_in(engagement, save_with_files(engagement, {key: ALT})), "link")
    texts = erase_portfolio(person=cast.sam)
    assert (status(client, at(item)), ItemFile.objects.count(), ALT in texts) == (404, 0, True)
    assert StoredFile.objects.filter(public_id=key).exists()  # the host's


# --- the form ---


def test_the_intern_chooses_them_on_the_form(cast, client):
    engagement = make_completed(cast, portfolio="full")
    key = hand_over(engagement)
    enter(client, cast.sam)
    address = reverse("talent:portfolio_item", args=[engagement.public_id])
    sent = {**TEXT, "results": ["1"], "quote": "", "decision": "hand_in", "seen": "0", f"file_{key}": "on"}
    refused = client.post(address, sent)
    assert (refused.status_code, "Say in a sentence what it shows." in refused.content.decode()) == (422, True)
    assert client.post(address, {**sent, f"alt_{key}": ALT}).status_code == 302
    again = client.get(address).context["form"]
    assert (again.initial[f"file_{key}"], again.initial[f"alt_{key}"]) == (True, ALT)


def test_a_broken_picture_is_said_at_the_form_and_nothing_is_lost(cast, client):
    engagement = make_completed(cast, portfolio="full")
    key = hand_over(engagement, "broken.jpg", b"\xff\xd8\xff broken")
    enter(client, cast.sam)
    address = reverse("talent:portfolio_item", args=[engagement.public_id])
    sent = {**TEXT, "results": ["1"], "decision": "hand_in", "seen": "0", f"file_{key}": "on", f"alt_{key}": ALT}
    answer = client.post(address, sent)
    text = answer.content.decode()
    assert (answer.status_code, "A picture cannot be read" in text, ALT in text) == (422, True, True)


def test_a_file_is_not_taken_from_another_work(cast, client):
    engagement = make_completed(cast, portfolio="full")
    other = hand_over(make_completed(cast))
    item = save_item(engagement_id=engagement.pk, text={**TEXT, "files": [{"file": other, "alt": ALT}]}, actor=cast.sam)
    assert "files" not in item.text

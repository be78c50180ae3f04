"""Documents that stewards saw, in pages: noted, answered, and read by nobody else."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.files.exports import ask_for_export, exports_of
from firstfoot.foundation.files.queries import open_file
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import confirm_document, deny_document, describe_organization
from firstfoot.market.organizations.models import Sighting
from firstfoot.market.organizations.states import Role
from firstfoot.operations.check.command import all_faults
from tests.cast import enter, hire
from tests.factories.organizations import another_steward, make_organization, make_sighting
from tests.journeys.forms import Page
from tests.privacy.canary import catch_up, in_zip

WORDS, REASON = "Zqcanarywordsqz in a call", "Zqcanaryreasonqz is on it"


@pytest.fixture
def kelp(cast):
    return make_organization(cast.paz)


@pytest.fixture
def stan(cast):
    return another_steward()


@pytest.fixture
def own_files(tmp_path, settings):
    """Copies that are made here lie here."""
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.MEDIA_ROOT, settings.STORAGES = str(tmp_path), {**settings.STORAGES, "default": kept}


def page_of(organization) -> str:
    return reverse("stewards:organization", args=[organization.public_id])


def to(verb: str, sighting) -> str:
    return reverse(f"stewards:document_{verb}", args=[sighting.organization.public_id, sighting.public_id])


def note_url(organization) -> str:
    return reverse("stewards:document_note", args=[organization.public_id])


def said(**changes) -> dict[str, str]:
    return {"kind": "register", "words": "Sent by post", "seen_on": clock.today().isoformat(), **changes}


def read(client, person, url) -> str:
    enter(client, person)
    return client.get(url).content.decode()


def test_two_stewards_say_that_they_saw_it(cast, client, kelp, stan):
    enter(client, cast.stella)
    (form,) = [f for f in Page(read(client, cast.stella, page_of(kelp))).forms if f.action == note_url(kelp)]
    sent = {**{name: values[0] for name, values in form.data().items()}, **said()}
    assert client.post(note_url(kelp), sent).url == page_of(kelp) + "#document"
    sighting = Sighting.objects.get()
    mine = read(client, cast.stella, page_of(kelp))
    assert ("Take my note back" in mine, "I saw it, too" in mine, "I saw a document<" in mine) == (True, False, False)

    desk = read(client, stan, reverse("stewards:desk"))
    assert "Stella Ferreira saw a document. Did you, too?" in desk
    theirs = read(client, stan, page_of(kelp))
    assert ("I saw it, too" in theirs, "Take my note back" in theirs) == (True, False)
    assert "“Sent by post”" in theirs
    assert client.post(to("confirm", sighting)).url == page_of(kelp) + "#document"
    shown = read(client, cast.stella, page_of(kelp))
    assert "Stan Ito saw it, too" in shown
    assert "Two stewards saw a document on" in shown
    assert "Documents to look at" not in read(client, stan, reverse("stewards:desk"))


@pytest.mark.parametrize(
    ("wrong", "field", "why"),
    [
        ({"kind": ""}, "kind", "Choose what it was."),
        ({"kind": "passport"}, "kind", "Select a valid choice"),
        ({"words": ""}, "words", "Say in a few words how you saw it."),
        ({"words": "w" * 201}, "words", "at most 200 characters"),
        ({"words": "To GB82 WEST 1234 5698 7654 32"}, "words", "Leave numbers out"),
        ({"words": "to gb82 west 1234 5698 7654 32"}, "words", "Leave numbers out"),
        ({"words": "Card 4111 1111 1111 1111"}, "words", "Leave numbers out"),
        ({"words": "Register HRB 123456"}, "words", "Leave numbers out"),
        ({"seen_on": ""}, "seen_on", "Say which day it was."),
        ({"seen_on": "yesterday"}, "seen_on", "Enter a valid date"),
        ({"seen_on": "2999-01-01"}, "seen_on", "still to come"),
        ({"seen_on": "2020-01-01"}, "seen_on", "more than a year ago"),
    ],
)
def test_bad_input_is_said_at_the_field_and_stays(cast, client, kelp, wrong, field, why):
    enter(client, cast.stella)
    sent = said(**wrong)
    answer = client.post(note_url(kelp), sent)
    form = answer.context["document_form"]
    assert (answer.status_code, list(form.errors), Sighting.objects.count()) == (422, [field], 0)
    assert why in str(form.errors[field])
    assert {name: form[name].value() for name in sent} == sent
    page = answer.content.decode()
    assert "<title>Error: " in page
    assert f'href="#document_{field}"' in page
    assert '<details class="fold" open>' in page


def test_a_day_and_few_figures_are_no_number(cast, client, kelp):
    enter(client, cast.stella)
    assert client.post(note_url(kelp), said(words="In a call at 10:30 on 12.11.2026")).status_code == 302


def test_saying_no_needs_a_reason_without_numbers(cast, client, kelp, stan):
    sighting = make_sighting(cast.stella, kelp)
    enter(client, stan)
    for typed in ("", "It says GB82 WEST 1234 5698 7654 32"):
        answer = client.post(to("deny", sighting), {"reason": typed})
        assert (answer.status_code, list(answer.context["doubt_form"].errors)) == (422, ["reason"])
        assert answer.context["doubt_form"]["reason"].value() == typed
    assert client.post(to("deny", sighting), {"reason": "It names a bar."}).status_code == 302
    assert "It names a bar." in read(client, cast.stella, page_of(kelp))
    assert "I saw a document<" in read(client, cast.stella, page_of(kelp))


def test_whoever_is_late_reads_why_and_keeps_their_words(cast, client, kelp, stan):
    sighting = make_sighting(cast.stella, kelp)
    confirm_document(sighting_id=sighting.pk, actor=stan)
    enter(client, another_steward("Sue Late"))
    answer = client.post(to("deny", sighting), {"reason": "It names a bar."})
    assert answer.status_code == 409
    assert "Somebody was faster" in answer.content.decode()
    assert "It names a bar." in answer.content.decode()
    answer = client.post(to("confirm", sighting))
    assert (answer.status_code, "Somebody was faster" in answer.content.decode()) == (409, True)
    enter(client, cast.stella)
    assert client.post(to("take_back", sighting)).status_code == 409


def test_a_note_on_what_was_renamed_is_refused_with_its_words(cast, client, kelp):
    enter(client, cast.stella)
    describe_organization(organization_id=kelp.pk, seen=None, actor=cast.paz, name="Kelp & Daughters")
    answer = client.post(note_url(kelp), said(seen=kelp.version))
    assert (answer.status_code, "Sent by post" in answer.content.decode()) == (409, True)


def test_the_only_steward_is_told_so(cast, client, kelp):
    make_sighting(cast.stella, kelp)
    assert "You are the only steward here." in read(client, cast.stella, page_of(kelp))
    another_steward()
    assert "Another steward has to say whether they saw it, too." in read(client, cast.stella, page_of(kelp))


def test_a_steward_of_the_organization_sees_and_says_nothing(cast, client, kelp, stan):
    sighting = make_sighting(cast.stella, kelp, words=WORDS)
    hire(kelp, cast.paz, stan, Role.SUPERVISOR)
    page = read(client, stan, page_of(kelp))
    assert (WORDS in page, "other stewards look at its documents" in page) == (False, True)
    answers = [client.post(to(verb, sighting), {"reason": "No."}).status_code for verb in ("confirm", "deny")]
    assert (answers, client.post(note_url(kelp), said()).status_code) == ([404, 404], 403)


def test_owners_hear_that_it_was_seen_and_nobody_else_does(cast, client, stan):
    own = reverse("hosts:organization", args=[cast.acme.public_id])

    def heard(person=cast.hana) -> list[str]:
        page = read(client, person, own)
        lines = {
            "one": "One steward saw a document; a second one looks at it.",
            "two": "Two stewards saw a document on",
            "name": "before the name changed. It counts no more.",
            "can": "Two stewards can look at a document",
        }
        return [name for name, line in lines.items() if line in page]

    assert heard() == ["can"]
    sighting = make_sighting(cast.stella, cast.acme)
    assert (heard(), heard(cast.rita), heard(cast.hugo)) == (["one"], [], [])
    confirm_document(sighting_id=sighting.pk, actor=stan)
    assert (heard(), heard(cast.rita), heard(cast.hugo)) == (["two"], [], [])
    with clock.at(clock.now() + timedelta(days=366)):
        assert "a year ago. It counts no more." in read(client, cast.hana, own)
    describe_organization(organization_id=cast.acme.pk, seen=None, actor=cast.hana, name="Crumb House")
    assert heard() == ["two", "name"]


@pytest.mark.usefixtures("own_files")
def test_the_words_stand_on_no_page_of_others(cast, client, stan):
    """Words and reason are the stewards': no page, notice, mail or fact of anybody else holds them, nor the names."""
    denied = make_sighting(cast.stella, cast.acme, words=WORDS)
    deny_document(sighting_id=denied.pk, reason=REASON, actor=stan)
    seen = make_sighting(cast.stella, cast.acme, words=WORDS)
    for answer in (None, confirm_document):
        if answer:
            answer(sighting_id=seen.pk, actor=stan)
        catch_up()
        names = ["hosts:organization", "hosts:organization_edit", "hosts:members", "public:organization"]
        urls = [reverse(name, args=[cast.acme.public_id]) for name in names]
        urls += [reverse(name) for name in ("people:home", "hosts:desk", "people:inbox", "people:your_data")]
        for person in (cast.hana, cast.rita, cast.hugo, cast.sam, cast.otto):
            for url in urls:
                page = read(client, person, url)
                assert [word for word in ("Zqcanary", "Stan Ito", "Extract of a register") if word in page] == []
    told = [*Notice.objects.values_list("title", "body"), *[(m.subject, m.body) for m in mail.outbox]]
    assert [text for text in told if "Zqcanary" in str(text)] == []
    assert [data for data in Fact.objects.values_list("data", flat=True) if "Zqcanary" in str(data)] == []
    copy = _copy_of(cast.hana)
    assert ("Zqcanary" in copy, "Stan Ito" in copy) == (False, False)


def _copy_of(person) -> str:
    ask_for_export(actor=person)
    catch_up()
    with open_file(exports_of(person).first().file) as content:
        return json.dumps(in_zip(content.read()))


@pytest.mark.usefixtures("own_files")
def test_the_copy_of_a_steward_holds_their_own_words(cast, stan):
    sighting = make_sighting(cast.stella, cast.acme, words=WORDS)
    deny_document(sighting_id=sighting.pk, reason=REASON, actor=stan)
    held = {person: _copy_of(person) for person in (cast.stella, stan)}
    assert [("Zqcanarywordsqz" in held[p], "Zqcanaryreasonqz" in held[p]) for p in (cast.stella, stan)] == [
        (True, False),
        (False, True),
    ]


def test_what_an_erased_steward_saw_stays_without_their_name(cast, client, stan, django_capture_on_commit_callbacks):
    sighting = make_sighting(stan, cast.acme)
    confirm_document(sighting_id=sighting.pk, actor=cast.stella)
    ask_to_leave(hindrances=[], actor=stan)
    with django_capture_on_commit_callbacks(execute=True):
        catch_up()
    page = read(client, cast.stella, page_of(cast.acme))
    assert ("A former member saw it on" in page, "Stan Ito" in page) == (True, False)
    assert "Two stewards saw a document on" in read(
        client, cast.hana, reverse("hosts:organization", args=[cast.acme.public_id])
    )
    assert list(all_faults()) == []


@pytest.mark.parametrize("count", [1, 20])
def test_the_desk_costs_the_same_however_many_wait(cast, client, stan, count, django_assert_max_num_queries):
    for number in range(count):
        make_sighting(cast.stella, make_organization(cast.paz if number < 3 else another_steward(f"O{number} Vale")))
    enter(client, stan)
    client.get(reverse("stewards:desk"))
    with django_assert_max_num_queries(12):
        assert len(client.get(reverse("stewards:desk")).context["documents"]) == min(count, 10)

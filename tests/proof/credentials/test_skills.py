"""A credential lists the skills that the assessment shows, each with what shows it; else it says that nobody did."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from firstfoot.market.talent.models import SkillClaim
from firstfoot.proof.credentials.actions import ask_for_credential, reissue_credential
from firstfoot.proof.credentials.queries import answer_to
from firstfoot.web.shared.credential_words import shown_in
from firstfoot.work.evaluations.queries import skills_of_brief
from tests.cast import enter
from tests.factories import engagements as make

pytestmark = pytest.mark.django_db


def assessed(cast, said=None, **options):
    """Completed, with skills tied to criteria by their places among the brief's skills."""
    engagement = make.make_closing(cast, **options)
    words = skills_of_brief(engagement)
    make.evaluate(engagement, cast.sam)
    make.evaluate(engagement, cast.hugo, skills={words[n]: key for n, key in (said or {}).items()})
    engagement.refresh_from_db()
    return engagement


def ask(engagement):
    return ask_for_credential(engagement_id=engagement.pk, actor=engagement.intern)


def achievement(credential):
    return json.loads(credential.document)["credentialSubject"]["achievement"]


def shown(credential):
    return shown_in(json.loads(credential.document))


def test_what_the_host_tied_to_a_criterion_is_listed_with_it_and_nothing_else(cast):
    engagement = assessed(cast, {0: "1.1"}, portfolio="full")
    credential = ask(engagement)
    first = engagement.deliverables.get(number=1)
    by = f"{first.title}: {first.criteria.get(number=1).text}"

    (name, address, shown_by), *rest = shown(credential).skills
    assert (name, shown_by, rest) == ("Spreadsheets", by, [])
    (alignment,) = achievement(credential)["alignment"]
    assert (alignment["targetUrl"], alignment["targetDescription"]) == (address, f"Shown by: {by}")
    assert address.startswith(("http://data.europa.eu/esco/", "https://www.onetonline.org/"))
    assert f"- Spreadsheets: {by}" in achievement(credential)["criteria"]["narrative"]
    assert "Plain writing" not in credential.document
    assert answer_to(credential.document.encode()).verdict == "valid"


def test_the_criterion_has_a_number_where_it_may_not_be_shown(cast):
    engagement = assessed(cast, {0: "1.1"}, portfolio="redacted")
    credential = ask(engagement)
    (_name, _address, shown_by), *_rest = shown(credential).skills
    assert shown_by == "Result 1: criterion 1, as agreed with the host"
    assert engagement.deliverables.get(number=1).criteria.get(number=1).text not in credential.document


def test_a_skill_that_no_framework_knows_is_listed_all_the_same(cast):
    engagement = make.make_closing(cast)
    version = engagement.application.brief_version
    type(version).objects.filter(pk=version.pk).update(content={**version.content, "skills": ["Kintsugi of data"]})
    make.evaluate(engagement, cast.sam)
    make.evaluate(engagement, cast.hugo, skills={"Kintsugi of data": "1.1"})
    engagement.refresh_from_db()
    credential = ask(engagement)
    ((name, address, shown_by),) = shown(credential).skills
    assert (name, address, bool(shown_by)) == ("Kintsugi of data", "", True)
    assert (achievement(credential)["tag"], "alignment" in achievement(credential)) == (["Kintsugi of data"], False)


def test_where_nobody_said_it_lists_what_was_asked_for_and_says_so(cast):
    credential = ask(assessed(cast))
    said = shown(credential)
    assert (said.skills_were_seen, {name for name, _a, _b in said.skills} >= {"Spreadsheets", "Plain writing"}) == (
        False, True,
    )  # fmt: skip
    assert "nobody assessed which of them were shown" in achievement(credential)["criteria"]["narrative"]
    described = [one["targetDescription"] for one in achievement(credential)["alignment"]]
    assert set(described) == {"Asked for by the brief; not assessed."}
    assert "ext:SkillShown" not in credential.document


def test_what_the_person_took_off_their_profile_is_not_shown_again(cast):
    engagement = assessed(cast, {0: "1.1", 1: "1.1"})
    now = timezone.now()
    SkillClaim.objects.create(person=cast.sam, words="Spreadsheets", folded="spreadsheets", said_at=now, removed_at=now)
    assert [name for name, _address, _by in shown(ask(engagement)).skills] == ["Plain writing"]


def test_one_of_before_the_reveal_stands_till_its_holder_has_it_issued_anew(cast, client):
    engagement = make.make_active(cast)
    make.submit(engagement)
    make.accept(engagement)
    engagement = make.end(engagement)
    before = ask(engagement)
    enter(client, cast.sam)
    page = reverse("work:credential", args=[engagement.public_id])
    assert "assessment shows skills" not in client.get(page).content.decode()
    make.evaluate(engagement, cast.hugo, skills={skills_of_brief(engagement)[0]: "1.1"})
    make.evaluate(engagement, cast.sam)
    before.refresh_from_db()
    text = client.get(page).content.decode()
    assert (before.state, "assessment shows skills" in text, "Nobody assessed" in text) == ("issued", True, True)

    made = reissue_credential(engagement_id=engagement.pk, actor=cast.sam)
    before.refresh_from_db()
    text = client.get(page).content.decode()
    assert (before.state, shown(made).skills_were_seen) == ("superseded", True)
    assert ("assessment shows skills" in text, "Skills, and what shows them" in text) == (False, True)

"""The queue of cases and one case in the browser of a steward; the host's appeal."""

from django.urls import reverse

from firstfoot.market.moderation.actions import report_project
from firstfoot.market.moderation.models import Case
from firstfoot.market.projects.actions import save_draft, submit_project
from tests.cast import enter
from tests.factories.projects import make_draft, make_open_project
from tests.reactions.support import settle


def test_a_first_post_is_held_seen_in_the_queue_and_returned_then_appealed(cast, client, settings):
    settings.MODERATED_FIRST_POSTS = 3
    draft = make_draft(cast)
    enter(client, cast.hana)
    said = client.post(reverse("hosts:project_submit", args=[draft.public_id]), {}, follow=True)
    assert "A steward looks at it first" in said.content.decode()
    settle()
    case = Case.objects.get()

    enter(client, cast.stella)
    assert "One of the first posts of a new host" in client.get(reverse("stewards:cases")).content.decode()
    page = client.get(reverse("stewards:case", args=[case.public_id])).content.decode()
    assert "Compare five local bakeries" in page
    decide = reverse("stewards:case_decide", args=[case.public_id])
    assert client.post(decide, {"decision": "returned", "seen": 1}).status_code == 422
    assert client.post(decide, {"decision": "returned", "reason": "Say more.", "seen": 9}).status_code == 409
    assert client.post(decide, {"decision": "returned", "reason": "Say more.", "seen": 1}).status_code == 302

    enter(client, cast.hana)
    page = client.get(reverse("hosts:project", args=[draft.public_id])).content.decode()
    assert "Say more." in page
    appeal = reverse("hosts:project_appeal", args=[draft.public_id])
    assert client.post(appeal, {"text": ""}).status_code == 422
    assert client.post(appeal, {"text": "We are a bakery."}).status_code == 302
    assert client.post(appeal, {"text": "We are a bakery."}).status_code == 403

    enter(client, cast.stella)
    page = client.get(reverse("stewards:case", args=[case.public_id])).content.decode()
    assert "another steward answers the appeal" in page
    answer = reverse("stewards:case_answer", args=[case.public_id])
    assert client.post(answer, {"granted": "yes", "reason": "Fine."}).status_code == 403


def test_a_case_of_the_stewards_own_host_is_not_shown(cast, client):
    draft = make_draft(cast, pathway="You forward payments to our partners.")
    submit_project(project_id=draft.pk, actor=cast.hana)
    settle()
    cast.hana.is_steward = True
    cast.hana.save(update_fields=["is_steward"])
    enter(client, cast.hana)
    assert client.get(reverse("stewards:case", args=[Case.objects.get().public_id])).status_code == 404


def test_a_report_is_read_beside_what_the_public_reads(cast, client):
    project = make_open_project(cast)
    report_project(project_id=project.pk, reason="scam", words="They ask for money.", actor=cast.sam)
    public = project.draft_brief.outcome
    save_draft(project_id=project.pk, seen_saves=None, changes={"outcome": "A clean one."}, actor=cast.hana)

    client.force_login(cast.stella)
    text = client.get(reverse("stewards:case", args=[Case.objects.get().public_id])).content.decode()

    assert public in text
    assert "A clean one." not in text

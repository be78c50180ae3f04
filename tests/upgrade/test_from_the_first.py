"""The database of the first landed version migrates to now: sound, and its people find what they had."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.projects.models import Project, ProjectSkill
from firstfoot.market.projects.narrowing import Filters, filtered
from firstfoot.market.projects.search import corrected
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.health import pending_migrations
from tests.cast import enter

pytestmark = pytest.mark.usefixtures("upgraded")


@pytest.fixture(autouse=True)
def _undone():
    """Nothing a test does stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def then(first):
    """The clock stands an hour after the last thing that happened there."""
    [(last,)] = first.rows("SELECT max(at) FROM journal_fact")
    with clock.at(datetime.fromisoformat(last).replace(tzinfo=UTC) + timedelta(hours=1)):
        yield


@pytest.fixture
def visit():
    """What a page says to a person; it must answer 200, where the desk leads on after that."""

    def page(person_id, name, *arguments):
        client = Client()
        enter(client, Person.objects.get(pk=person_id))
        response = client.get(reverse(name, args=arguments), follow=True)
        assert response.status_code == 200, (name, response.status_code)
        return response.content.decode()

    return page


def test_what_was_open_is_found_by_its_words_and_skills():
    listed = list(Project.objects.filter(state="open", visibility="public"))
    assert listed
    for project in listed:
        assert project in filtered(Project.objects.all(), Filters(words=project.title))
    copies = ProjectSkill.objects.filter(project__in=listed)
    assert copies.exists()
    assert [copy for copy in copies.select_related("project") if copy.listed_at != copy.project.published_at] == []
    assert corrected(f"{listed[0].title.split()[-1]}qq") != ""


def test_nothing_is_left_to_migrate_and_no_row_is_lost(first):
    assert pending_migrations() == []
    kept = [name for (name,) in first.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    ours = [name for name in kept if name in connection.introspection.table_names() and name != "limits"]
    made_by_migrating = {"django_migrations", "django_content_type", "auth_permission", "sqlite_sequence"}
    with connection.cursor() as cursor:
        for table in sorted(set(ours) - made_by_migrating):
            [(before,)] = first.rows(f"SELECT count(*) FROM {table}")
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert (table, *cursor.fetchone()) == (table, before)


def test_the_check_finds_nothing(first, tmp_path, settings):
    place = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path / "files")}}
    settings.STORAGES = {**settings.STORAGES, "default": place}
    shutil.copytree(first.data / "files", tmp_path / "files")
    assert list(all_faults()) == []


@pytest.mark.usefixtures("then")
def test_interns_and_supervisors_find_their_work(first, visit):
    engagements = first.rows(
        "SELECT e.public_id, e.title, e.intern_id, e.supervisor_id, o.name FROM engagements_engagement e "
        "JOIN organizations_organization o ON o.id = e.organization_id GROUP BY e.state"
    )
    assert len(engagements) >= 5
    for public_id, title, intern, supervisor, host in engagements:
        for person in (intern, supervisor):
            page = visit(person, "work:engagement", public_id)
            assert title in page
            assert host.replace("&", "&amp;") in page


@pytest.mark.usefixtures("then")
def test_handed_in_work_and_signatures_are_there(first, visit):
    [(public_id, number, note, intern)] = first.rows(
        "SELECT e.public_id, d.number, s.note, e.intern_id FROM engagements_submission s "
        "JOIN engagements_deliverable d ON d.id = s.deliverable_id "
        "JOIN engagements_engagement e ON e.id = d.engagement_id WHERE s.note <> '' ORDER BY s.id LIMIT 1"
    )
    assert note[:30] in visit(intern, "work:deliverable", public_id, number)
    names = first.rows(
        "SELECT s.typed_name FROM engagements_signature s JOIN engagements_agreementversion a ON a.id = s.agreement_id "
        "JOIN engagements_engagement e ON e.id = a.engagement_id WHERE e.public_id = ?", public_id,
    )  # fmt: skip
    page = visit(intern, "work:agreement", public_id)
    assert len(names) == 2
    assert all(name in page for (name,) in names)


@pytest.mark.usefixtures("then")
def test_desks_inboxes_projects_and_the_steward_answer(first, visit):
    [(owner,)] = first.rows(
        "SELECT m.person_id FROM organizations_membership m JOIN projects_project p USING (organization_id) "
        "WHERE m.role = 'owner' AND p.state = 'open' ORDER BY m.id LIMIT 1"
    )
    [(project, title)] = first.rows(
        "SELECT p.public_id, p.title FROM projects_project p JOIN organizations_membership m USING (organization_id) "
        "WHERE m.person_id = ? AND p.state = 'open' ORDER BY p.id LIMIT 1", owner,
    )  # fmt: skip
    assert title in visit(owner, "hosts:project", project)
    assert title in visit(owner, "public:project", project)
    [(steward,)] = first.rows("SELECT id FROM accounts_person WHERE is_steward ORDER BY id LIMIT 1")
    for person in (owner, steward):
        assert visit(person, "people:home")
        assert visit(person, "people:inbox")
    [(notice, reader)] = first.rows("SELECT title, recipient_id FROM notifications_notice ORDER BY id DESC LIMIT 1")
    assert notice in visit(reader, "people:inbox")

"""The schedule: one daily mail at seven, the digest, files, secrets; each once."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest
import structlog
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from structlog.testing import capture_logs

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.journal.models import DailyDigest
from firstfoot.foundation.notifications.actions import mark_all_read, store_mail, tell
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.market.suggestions.actions import make_list
from firstfoot.market.suggestions.lexicon import lexicon
from firstfoot.market.suggestions.models import Exposure
from firstfoot.reactions import schedule
from firstfoot.reactions.schedule import daily_mails, do_due
from tests.factories.applications import make_offered, make_open_project, make_submitted
from tests.factories.projects import make_open_project as make_posted_project
from tests.reactions.support import MONDAY, day, forget, mailed, settle


@pytest.fixture
def offered(cast):
    with clock.at(MONDAY):
        application = make_offered(cast, cast.sam, make_open_project(cast))
        settle()
        forget()
    return application


def at(number: int, hour: int) -> datetime:
    return day(number, hour=hour)


def news_for(person):
    return tell(recipient=person, key=f"news:{person.pk}", kind="test", title="Something is new", path="/inbox/")


def test_at_seven_where_they_are_and_not_before(cast, offered):
    """Sam is in Lisbon, which is on UTC in November; hana too, unless she moves to Tokyo."""
    with clock.at(at(1, 6)):
        assert daily_mails() == 0
    with clock.at(at(1, 7)):
        daily_mails()
    assert mailed("daily_moves") == {"sam"}


def test_seven_is_on_each_persons_own_clock(cast, offered):
    cast.sam.time_zone = "America/New_York"
    cast.sam.save(update_fields=["time_zone"])
    with clock.at(at(1, 11)):
        assert daily_mails() == 0
    with clock.at(at(1, 12)):
        assert daily_mails() == 1


def test_once_a_day_however_often_it_is_asked(cast, offered):
    for hour in (7, 8, 22):
        with clock.at(at(1, hour)):
            daily_mails()
    assert Mail.objects.count() == 1
    with clock.at(at(2, 7)):
        daily_mails()
    assert Mail.objects.count() == 2


def test_a_crash_half_way_writes_nobody_a_second_mail(cast, offered, monkeypatch):
    news_for(cast.hana)
    real = schedule.daily_mail

    def breaks(person, today):
        if person == cast.sam:
            raise RuntimeError("the machine stopped")
        return real(person, today)

    monkeypatch.setattr(schedule, "daily_mail", breaks)
    with clock.at(at(1, 7)):
        with pytest.raises(RuntimeError):
            daily_mails()
        monkeypatch.setattr(schedule, "daily_mail", real)
        daily_mails()
    assert sorted(Mail.objects.values_list("address", flat=True)) == ["hana@example.org", "sam@example.org"]


def test_nothing_to_say_is_no_mail(cast):
    settle()
    forget()
    with clock.at(datetime(2027, 1, 4, 12, tzinfo=UTC)):
        assert daily_mails() == 0


def test_it_holds_the_moves_and_what_is_new(cast, offered):
    news_for(cast.sam)
    with clock.at(at(1, 7)):
        daily_mails()

    mail = Mail.objects.get()
    assert mail.subject == "1 move is yours today: Answer the offer"
    assert "by Thursday 26 November, 23:59" in mail.text
    assert f"http://localhost:8000/talent/applications/{offered.public_id}/" in mail.text
    assert "Something is new" in mail.text


def test_what_was_told_is_not_told_again(cast):
    settle()
    forget()
    news_for(cast.sam)
    with clock.at(at(1, 7)):
        daily_mails()
    assert Notice.objects.get().digested_at == at(1, 7)
    with clock.at(at(2, 7)):
        assert daily_mails() == 0


def test_what_was_read_is_not_told(cast):
    settle()
    forget()
    news_for(cast.sam)
    mark_all_read(actor=cast.sam)
    with clock.at(at(1, 7)):
        assert daily_mails() == 0


def test_whoever_does_not_want_it_gets_none(cast, offered):
    cast.sam.daily_mail = False
    cast.sam.save(update_fields=["daily_mail"])
    with clock.at(at(1, 7)):
        assert daily_mails() == 0


def test_a_suspended_person_gets_none(cast, offered):
    suspend_person(person_id=cast.sam.pk, actor=cast.stella, reason_code="abuse")
    with clock.at(at(1, 7)):
        assert daily_mails() == 0


def test_hosts_read_pseudonyms_in_it(cast):
    with clock.at(MONDAY):
        make_submitted(cast.sam, make_open_project(cast))
        settle()
    with clock.at(at(1, 7)):
        daily_mails()

    to_hosts = Mail.objects.filter(kind="daily_moves").exclude(address="sam@example.org")
    text = " ".join(to_hosts.values_list("text", flat=True))
    assert "Answer 1 applicant" in text
    assert "Okoro" not in text


def test_stewards_carry_the_digest_of_the_journal(cast):
    tomorrow = clock.now().replace(hour=8) + timedelta(days=1)
    with clock.at(tomorrow):
        schedule.digest_journal(tomorrow.date())
        for person in (cast.stella, cast.hana):
            news_for(person)
        daily_mails()

    digest = DailyDigest.objects.get()
    texts = dict(Mail.objects.values_list("address", "text"))
    assert digest.hash in texts["stella@example.org"]
    assert digest.hash not in texts["hana@example.org"]


def test_the_digest_is_written_once_a_day_after_midnight(cast):
    for moment in (day(0, hour=0), day(0, hour=0).replace(minute=30), day(0, hour=9), day(1, hour=1)):
        with clock.at(moment):
            do_due()
    days = list(DailyDigest.objects.order_by("day").values_list("day", flat=True))
    assert days == [day(-2).date(), day(-1).date(), day(0).date()]


def test_a_second_call_finds_nothing(cast, offered):
    with clock.at(at(1, 8)):
        assert do_due() > 0
        assert do_due() == 0


def test_a_night_counts_skills_and_prices_what_was_shown_once(cast):
    with clock.at(day(0)):
        project = make_posted_project(cast, skills=("SQL",), tools=())
        do_due()
        make_list(actor=cast.sam)
    with clock.at(day(1, 1)):
        do_due()
        do_due()

    assert lexicon().uses["sql"] == 1
    assert [(row.shown, row.shown_lately) for row in Exposure.objects.filter(project=project)] == [(1, 0)]


def test_old_secrets_are_emptied_each_hour(cast):
    with clock.at(at(0, 8)):
        details = {"address": "sam@example.org", "subject": "Code", "text": "1234", "html": ""}
        store_mail(key="1", kind="code", is_secret=True, **details)
    with clock.at(at(2, 8)):
        do_due()
    assert Mail.objects.get(key="1").text == ""


@pytest.fixture
def folder(settings, tmp_path):
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = settings.STORAGES | {"default": storage}
    return tmp_path


def test_files_that_nothing_knows_are_swept_within_the_hour_that_their_day_is_over(cast, folder):
    path = default_storage.save("2026/11/orphan", ContentFile(b"x"))
    os.utime(folder / path, (MONDAY.timestamp(), MONDAY.timestamp()))
    with clock.at(day(1)):
        do_due()
    assert default_storage.exists(path)
    with clock.at(day(1, hour=10)):
        do_due()
    assert not default_storage.exists(path)


def test_files_that_are_lost_are_named_in_the_log_each_day(cast, folder, monkeypatch):
    stored = store_file(upload=SimpleUploadedFile("map.pdf", b"%PDF-1.7 a map"), actor=cast.sam)
    default_storage.delete(stored.path)
    with clock.at(day(1)), capture_logs() as logs:
        monkeypatch.setattr(schedule, "log", structlog.get_logger())  # one that was used already is not captured
        do_due()
        do_due()
    assert [(line["files"], line["count"]) for line in logs if line["event"] == "files lost"] == [
        ([stored.public_id], 1)
    ]


def test_one_move_has_its_own_button_and_several_lead_to_the_desk(cast, offered):
    with clock.at(at(1, 7)):
        daily_mails()
    assert "Read the offer" in Mail.objects.get(kind="daily_moves").text
    with clock.at(at(1, 8)):
        make_offered(cast, cast.sam, make_open_project(cast))
    with clock.at(at(2, 7)):
        daily_mails()
    text = Mail.objects.filter(kind="daily_moves").latest("pk").text
    assert "Open your desk:\nhttp" in text
    assert "Read the offer:" not in text

"""Everybody walks through everything there is: no text is met by whom it is not for."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from django.apps import apps
from django.db import models
from django.test import TestCase

from firstfoot.foundation.notifications.models import Mail
from firstfoot.kernel import clock
from tests.access.crawling import Reader, addresses, text_of
from tests.access.who_sees import READERS, ROWS, may_see, row_of
from tests.access.work import WorkingWorld
from tests.figures import IS_DEEP, count, figure

pytestmark = pytest.mark.once

EVERY = count(ci=75, deep=1)  # one in so many addresses, others for each reader and on each day
LINKS = count(ci=2, deep=2000)
STARTS = ("/", "/inbox/", "/work/", "/talent/", "/hosting/", "/steward/", "/settings/")
KINDS = {"text/html; charset=utf-8", "text/plain", "text/plain; charset=utf-8", "application/json", "application/pdf",
         "application/zip", "application/xml", "text/calendar; charset=utf-8",
         "application/vc", "application/vc+jwt", "application/did+json",
         "application/atom+xml; charset=utf-8", "text/csv; charset=utf-8", "image/png"}  # fmt: skip

# Texts that no person writes, or that are a copy or a code: with the reason.
NOT_SPOKEN = {
    "credentials.SigningKey.*": "keys, codes and our own address",
    "credentials.StatusList.*": "our own address",
    "credentials.Credential.token": "spoken in the document, here in base64",
    "accounts.Person.password": "a hash",
    "accounts.Person.actor_token": "drawn by lot",
    "accounts.Person.time_zone": "a code",
    "accounts.Person.session_salt": "drawn by lot",
    "accounts.SignIn.session_key": "drawn by lot",
    "accounts.SignIn.browser": "the name of a kind of browser",
    "accounts.SignIn.system": "the name of a kind of system",
    "accounts.Consent.document": "a code",
    "accounts.Consent.document_version": "a code",
    "portfolio.ItemVersion.right": "a code",
    "portfolio.Resume.left_out": "public ids",
    "portfolio.PortfolioItem.card": "codes and figures",
    "portfolio.FormerAddress.digest": "a digest",
    "organizations.Organization.country": "a code",
    "organizations.Organization.size": "a code",
    "organizations.Organization.kind": "a code",
    "organizations.Organization.time_zone": "a code",
    "organizations.Organization.weekend": "a code",
    "organizations.Organization.currency": "a code",
    "organizations.Membership.title": "no form or action writes it",
    "organizations.Invitation.token": "drawn by lot; the address of a page",
    "organizations.Sighting.words": "stewards alone read it (the matrix, test_documents)",
    "organizations.Sighting.reason": "stewards alone read it (the matrix, test_documents)",
    "fairpay.PayFloor.country": "a code",
    "fairpay.PayFloor.currency": "a code",
    "disputes.Dispute.final_reason": "ends the dispute; where reason is (the matrix, test_disputing)",
    "engagements.CardPutAway.code": "a code",
    "engagements.Kickoff.starts": "times",
    "engagements.PartPay.currency": "a code",
    "engagements.AgreementVersion.decline_note": "on the page of its version alone (tests/web/work/test_amending.py)",
    "engagements.CheckInAnswer.feedback": "no longer asked for; shown where keep and change are",
    "talent.SkillClaim.code": "a code",
    "talent.SkillClaim.shown_in": "a public id; the link to it (test_profile_skills)",
    "vocabulary.AddedSkill.*": "stewards alone read it, and counted (the matrix, test_skills)",
    "vocabulary.Phrase.*": "stewards alone read it, and counted (the matrix, test_skills)",
    "vocabulary.Heard.*": "stewards alone read it, and counted (the matrix, test_skills)",
    "vocabulary.VocabularyChange.*": "stewards alone read it, and counted (the matrix, test_skills)",
    "moderation.Evidence.*": "stewards alone open it, on record (test_reports_of_people)",
    "fairpay.PayFloor.source": "stewards alone read it (the matrix)",
    "payments.Stipend.currency": "a code",
    "projects.ProofreadLink.token": "drawn by lot; the address of a page",
    "projects.Remark.step": "a code",
    "applications.Alias.name": "drawn by lot",
    "sourcing.ListedSkill.code": "a code",
    "sourcing.DrawnList.shown": "public ids and codes",
    "reactions.SourcingCount.of": "a code",
    "reactions.SourcingCount.figures": "codes and figures",
    "suggestions.Wish.categories": "codes",
    "suggestions.Wish.languages": "codes",
    "suggestions.Wish.may_work_in": "codes",
    "suggestions.Wish.weights": "figures",
    "suggestions.SuggestedList.kept": "codes and figures",
    "suggestions.SuggestedList.skills": "codes",
    "suggestions.SuggestedList.left_out": "codes and figures",
    "suggestions.SkillUse.code": "a code",
    "projects.Project.held_for": "codes",
    "projects.Project.starter": "a code",
    "projects.Project.category": "a code",
    "projects.Project.language": "a code",
    "projects.Project.time_zone": "a code",
    "projects.ProjectSkill.code": "a code",
    "projects.SearchGram.gram": "three letters of a term",
    "searches.SavedSearch.token": "drawn by lot; the address of a page",
    "links.MailLink.digest": "a digest",
    "links.MailLink.address": "as in accounts.Person.email; no page says it",
    "links.MailLink.purpose": "a code",
    "links.MailLink.thing": "a public id",
    "links.CalendarAddress.digest": "a digest",
    "notifications.Mail.unsubscribe": "an address of ours",
    "projects.Project.currency": "a code",
    "projects.Project.workplace": "a code",
    "projects.Project.visibility": "a code",
    "applications.Application.pseudonym": "drawn by lot",
    "applications.Interview.starts": "times",
    "applications.ProjectInvitation.token": "drawn by lot; the address of a page",
    "organizations.Organization.website_host": "the host of the website, which is spoken",
    "organizations.Organization.website_outcome": "a code",
    "applications.Mark.scores": "figures",
    "moderation.Case.found": "codes, and what a rule read in a text that is spoken",
    "moderation.Case.reason": "stewards and the post's host read it (the matrix)",
    "moderation.Case.appeal": "stewards and the post's host read it (the matrix)",
    "moderation.Case.answer_reason": "stewards and the post's host read it (the matrix)",
    "engagements.Engagement.currency": "a code",
    "engagements.Signature.consent_version": "a code",
    "engagements.SealedAgreement.box": "sealed",
    "engagements.SealOpening.reason": "stewards alone read it (the matrix)",
    "evaluations.Evaluation.marks": "figures",
    "evaluations.Evaluation.appeal_part": "a code",
    "evaluations.Evaluation.struck": "what stood in a field that is spoken",
    "evaluations.Evaluation.skills": "words of the brief, which are spoken, and numbers",
    "evaluations.Evaluation.self_before": "figures",
    "evaluations.Evaluation.self_after": "figures",
    "evaluations.Evaluation.fit": "figures",
    "files.StoredFile.path": "drawn by lot",
    "files.StoredFile.media_type": "a code",
    "files.StoredFile.sha256": "a digest",
    "journal.Fact.*": "facts hold no free text (tests/house/test_facts.py)",
    "journal.DailyDigest.hash": "a digest",
    "notifications.Notice.kind": "a code",
    "notifications.Notice.path": "an address of ours",
    "notifications.Mail.kind": "a code",
    "notifications.Mail.message_id": "drawn by lot",
    "reactions.LedgerYear.figures": "figures",
    "reactions.LedgerYear.funnel": "figures",
    "reactions.FiguresMonth.figures": "figures",
    "reactions.ReactionRun.reaction": "a name in our code",
    "reactions.ReactionRun.error": "our own error; stewards alone read it (the matrix)",
    "reactions.WorkerMark.name": "a name in our code",
    "*.public_id": "drawn by lot",
    "*.head": "a digest",
    "*.content_hash": "a digest",
    "*.idempotency_key": "drawn by lot",
    "*.key": "a name in our code",
}


@pytest.mark.deep
class TestCrawl(TestCase):
    """One world for all."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = WorkingWorld()
        cls.addresses = addresses(cls.world)
        cls.linked = cls.world.projects["linked"].public_id

    def leaks_of(self, reader, path, text):
        place = re.sub(r"^/talent/(apply|fit)/@linked", "/projects/@linked", path.replace(self.linked, "@linked"))
        return [(path, name) for name in self.world.words.found_in(text) if not may_see(reader, name, place)]

    def walk(self, name):
        """Nothing is met that the table does not allow; every answer is one that pages give."""
        reader, leaks, odd, met = Reader(self.world, name), [], [], defaultdict(set)
        first = clock.today().toordinal() * len(READERS) + READERS.index(name)
        chosen = self.addresses[first % EVERY :: EVERY]
        asked = [(path, reader.get(path)) for path in chosen]
        asked += reader.walk([start for start in STARTS if start not in chosen], LINKS)
        for path, response in asked:
            text = text_of(response)
            leaks += self.leaks_of(name, path, text)
            for found in self.world.words.found_in(text):
                met[found].add(path)
            if response.status_code >= 500 and path != "/readyz":
                odd.append((path, response.status_code))
            if response["Content-Type"] not in KINDS:
                odd.append((path, response["Content-Type"]))
        figure(f"access: crawl as {name}", f"{len(leaks)} leaks", f"of {len(asked)} pages")
        assert (leaks, odd) == ([], [])
        if IS_DEEP:
            self.is_not_too_generous(name, met)

    def is_not_too_generous(self, name, met):
        """What the table allows is met: a row that nobody needs would hide a leak."""
        allowed = {text for text in self.world.words.names if name in row_of(text).readers.split()}
        mailed = {text for mail in self.mails_to(name) for text in self.world.words.found_in(mail)}
        assert sorted(allowed - set(met) - mailed) == []

    def mails_to(self, name):
        found = Mail.objects.filter(recipient=self.world.people.get(name))
        return [f"{mail.address} {mail.subject} {mail.text} {mail.html}" for mail in found]

    def test_mails_hold_only_what_their_reader_may_see(self):
        each = [(name, mail) for name in self.world.people for mail in self.mails_to(name)]
        leaks = [(name, leak) for name, mail in each for leak in self.leaks_of(name, "mail", mail)]
        assert leaks == []
        figure("access: mails", f"{len(leaks)} leaks", f"of {Mail.objects.count()} mails")

    def test_every_text_has_its_row_and_every_row_its_text(self):
        names = self.world.words.names
        rows = {row_of(name) for name in names}
        assert [row.texts for row in ROWS if row not in rows] == []

    def test_every_text_field_of_every_model_holds_a_word(self):
        """A new field is spoken in the world, or stands in the list of those that nobody writes."""
        kinds = (models.CharField, models.TextField, models.JSONField, models.FileField)
        silent = []
        for model in own_models():
            for field in model._meta.concrete_fields:
                if isinstance(field, kinds) and not field.choices:
                    label = f"{model._meta.app_label}.{model.__name__}.{field.name}"
                    if not self.is_spoken(model, field.attname) and not listed(label):
                        silent.append(label)
        assert silent == []

    def is_spoken(self, model, field):
        values = model._base_manager.values_list(field, flat=True)
        return bool(self.world.words.found_in(" ".join(map(str, values))))

    def test_files_are_named_and_hold_only_what_their_reader_may_see(self):
        """By name, headers and content: a file leaves to be kept or shown, runs nothing, and is cached by nobody."""
        files = [path for path in self.addresses if path.startswith("/files/")]
        for name in READERS:
            reader = Reader(self.world, name)
            for path in files:
                response = reader.get(path)
                assert self.leaks_of(name, path, text_of(response)) == []
                if response.status_code == 200:
                    assert response["X-Content-Type-Options"] == "nosniff"
                    assert response["Cache-Control"] == "private, no-store"
                if response.status_code == 200 and not path.endswith("/text/"):
                    is_shown = path.endswith("/shown/")
                    assert response["Content-Disposition"].startswith("inline;" if is_shown else "attachment;")
                    assert response["Content-Security-Policy"].startswith("default-src 'none'; frame-ancestors 'none'")
                    assert is_shown or "sandbox" in response["Content-Security-Policy"]


def own_models():
    return [model for model in apps.get_models() if model.__module__.startswith("firstfoot.")]


def listed(label):
    model, _, name = label.rpartition(".")
    return any(entry in NOT_SPOKEN for entry in (label, f"{model}.*", f"*.{name}"))


def walked(name):
    return lambda self: self.walk(name)


for _reader in READERS:
    setattr(TestCrawl, f"test_{_reader}_walks", walked(_reader))


def test_the_list_of_silent_fields_names_only_what_there_is():
    real = {f"{m._meta.app_label}.{m.__name__}.{f.name}" for m in apps.get_models() for f in m._meta.concrete_fields}
    named = [entry for entry in NOT_SPOKEN if "*" not in entry]
    assert [entry for entry in named if entry not in real] == []

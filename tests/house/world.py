"""The world of the permission matrix: one of everything an address can be about, made through the real actions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile

from firstfoot.foundation.accounts.actions import add_away, make_steward, suspend_person
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.sign_ins import note_sign_in
from firstfoot.foundation.files.exports import ask_for_export, keep_export, write_copy
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.links.actions import make_calendar
from firstfoot.foundation.notifications.actions import store_mail, tell
from firstfoot.foundation.notifications.models import Mail, MailState
from firstfoot.foundation.selfid.actions import save_answers
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import (
    choose_interview,
    invite_to_apply,
    post_in_application,
)
from firstfoot.market.applications.models import Application
from firstfoot.market.fairpay.actions import set_pay_floor
from firstfoot.market.moderation.actions import open_case
from firstfoot.market.moderation.states import CaseKind, Severity
from firstfoot.market.organizations.actions import add_organization_away, block, end_membership, note_document
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import (
    ask_question,
    end_proofreading,
    leave_remark,
    publish_changes,
    resume_project,
    share_for_proofreading,
    start_project,
    submit_project,
)
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.projects.queries import current_brief
from firstfoot.market.searches.actions import save_search
from firstfoot.market.vocabulary.actions import make_skill
from firstfoot.market.vocabulary.models import VocabularyChange
from firstfoot.proof.credentials.actions import ask_for_credential, share_credential
from firstfoot.proof.pathways.models import FollowUp
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.web.shared.confirmation import check_address
from firstfoot.work.disputes.actions import propose_settlement
from firstfoot.work.engagements.actions import (
    accept_offer,
    choose_kickoff,
    keep_hours,
    list_access,
    log_hours,
    note_silence,
    offer_kickoff,
    post_in_engagement,
    report_in_conversation,
    report_stuck,
    seek_successor,
)
from firstfoot.work.engagements.actions.sealing import seal_agreement
from firstfoot.work.engagements.models import AgreementVersion, Engagement, SealedAgreement
from firstfoot.work.payments.actions import ask_write_off, note_tax_form
from tests.cast import Cast, assemble, hire, join
from tests.factories import applications as apply
from tests.factories import disputes, engagements, links, organizations, payments, portfolio, projects, sourcing, ties


class World:
    """People by the names of the matrix, and the words that stand for things in its rows."""

    def __init__(self) -> None:
        cast = assemble()
        self.people = _people(cast)
        self.words: dict[str, Any] = {}
        self._organizations(cast)
        self._projects(cast)
        self._applications(cast)
        self._engagements(cast)
        self._small_things(cast)

    def args(self, on: tuple[str, ...]) -> list[str]:
        """The words of a row as arguments of its address."""
        return [str(self.words[word]) for word in on]

    def data(self, given: dict[str, Any]) -> dict[str, Any]:
        """What a row sends; a value such as "@person_vera" is a word of the world."""
        return {k: str(self.words[v[1:]]) if str(v).startswith("@") else v for k, v in given.items()}

    def _organizations(self, cast: Cast) -> None:
        self.nora = join("Nora New")
        self.new = organizations.make_organization(self.nora)
        self.words |= {
            "acme": cast.acme.public_id,
            "otherhost": cast.otherhost.public_id,
            "unverified": self.new.public_id,
            "person_hugo": cast.hugo.public_id,
            "person_sam": cast.sam.public_id,
            "person_vera": self.people["vera"].public_id,
        }
        invited = organizations.make_invitation(cast, email=self.people["paz"].email)
        self.words |= self._documents(cast)
        self.words |= {"invitation_to_paz": invited.token, "invitation": invited.public_id}

    def _documents(self, cast: Cast) -> dict[str, Any]:
        """One that another steward saw, who is none any more, and one that stella saw."""
        stan = join("Stan Seen")
        make_steward(person_id=stan.pk, actor=None)
        stan.refresh_from_db()
        how = {"kind": "register", "words": "Shown in a call", "seen_on": clock.today()}
        seen = note_document(organization_id=self.new.pk, actor=stan, **how)
        own = note_document(organization_id=cast.acme.pk, actor=cast.stella, **how)
        Person.objects.filter(pk=stan.pk).update(is_steward=False)
        return {"document": seen.public_id, "own_document": own.public_id, "today": clock.today().isoformat()}

    def _projects(self, cast: Cast) -> None:
        draft = projects.make_draft(cast)
        nora = {"supervisor": self.nora.public_id, "cover": ""}
        unpublished = start_project(
            organization_id=self.new.pk, actor=self.nora, brief=projects.good_brief(cast, **nora)
        )
        submit_project(project_id=unpublished.pk, actor=self.nora)
        held = projects.make_draft(cast, title="Held for a look", pathway="You forward payments to our partners.")
        held = submit_project(project_id=held.pk, actor=cast.hana)
        case = open_case(
            organization_id=cast.acme.pk, kind=CaseKind.HELD_POST, severity=Severity.HIGH, found=held.holds,
            project_id=held.pk,
        )  # fmt: skip
        self.words |= {
            "held": held.public_id,
            "case": case.public_id,
            "draft": draft.public_id,
            "unpublished": unpublished.public_id,
            "project": projects.make_open_project(cast, seats=3).public_id,
            "linked": projects.make_open_project(cast, visibility="link", title="By link only").public_id,
            "other_project": projects.make_other_open_project(cast).public_id,
            "paused": projects.make_paused_project(cast).public_id,
            "closed": projects.make_closed_project(cast).public_id,
            "step": "result",
            **self._proofreading(cast, draft),
            "starter": "competitor_analysis",
            "section": "projects",
            "category": "strategy",
            "skill": "google-sheets",
        }

        asked_about = Project.objects.get(public_id=self.words["project"])
        question = ask_question(project_id=asked_about.pk, body="May I use photos?", actor=self.people["paz"])
        self.words["question"] = question.public_id
        invited = invite_to_apply(project_id=asked_about.pk, email=self.people["paz"].email, actor=cast.hana)
        self.words["project_invitation"] = invited.token

    def _proofreading(self, cast: Cast, draft: Project) -> dict[str, str]:
        link = share_for_proofreading(project_id=draft.pk, actor=cast.hana)
        ended = share_for_proofreading(project_id=projects.make_draft(cast).pk, actor=cast.hana)
        end_proofreading(link_id=ended.pk, actor=cast.hana)
        remark = leave_remark(link_id=link.pk, step="result", name="Nadia Proof", text="For whom is it?")
        return {
            "proofread": link.public_id, "remark": remark.public_id, "proofread_token": link.token,
            "ended_token": ended.token,
        }  # fmt: skip

    def _applications(self, cast: Cast) -> None:
        make = {
            "application_draft": lambda p, a: apply.make_draft(cast.sam, p, answers=a),
            "application_submitted": lambda p, a: apply.make_submitted(cast.sam, p, answers=a),
            "application_marked": lambda p, a: _marked(cast, apply.make_submitted(cast.sam, p, answers=a)),
            "application_shortlisted": lambda p, a: apply.make_shortlisted(cast, cast.sam, p, answers=a),
            "application_offered": lambda p, a: apply.make_offered(cast, cast.sam, p, answers=a),
        }
        for word, build in make.items():
            project = projects.make_open_project(cast)
            answers = ["I would begin with their price lists." for _question in current_brief(project).questions]
            self.words[word] = build(project, answers).public_id

        known = Application.objects.get(public_id=self.words["application_shortlisted"])
        for word, author in (("asked_post", cast.sam), ("answered_post", cast.hugo)):
            post = post_in_application(application_id=known.pk, body="When do we talk?", key=word, actor=author)
            self.words[word] = post.public_id

        asked = apply.make_shortlisted(cast, cast.sam, projects.make_open_project(cast), answers=["Soon."])
        met = apply.make_shortlisted(cast, cast.sam, projects.make_open_project(cast), answers=["Soon."])
        chosen = apply.make_interview(cast, met)
        choose_interview(interview_id=chosen.pk, start=chosen.slots[0], actor=cast.sam)
        self.words |= {
            "application_asked": asked.public_id,
            "interview_offered": apply.make_interview(cast, asked).public_id,
            "interview_chosen": chosen.public_id,
        }

    def _engagements(self, cast: Cast) -> None:
        active = engagements.make_active(cast)
        upload = engagements.upload(cast.sam)
        engagements.submit(active, files=[upload])
        with clock.at(clock.now() - timedelta(days=60)):
            silent = engagements.make_active(cast)
            engagements.submit(silent)
        with clock.at(clock.now() - timedelta(days=30)):
            note_silence(engagement_id=silent.pk)
        keep_hours(engagement_id=active.pk, actor=cast.sam)
        hours = log_hours(
            engagement_id=active.pk, day=clock.today(), minutes=90, what="Calls", key="hours", actor=cast.sam
        )
        text = engagements.upload(cast.sam, "notes.txt", b"The first of many notes.")
        message = post_in_engagement(
            engagement_id=active.pk, body="Good day.", key="world", files=[text], actor=cast.sam
        )  # fmt: skip
        report = report_in_conversation(
            engagement_id=active.pk, post_id=message.pk, reason="other", words="Odd.", actor=cast.hugo
        )  # fmt: skip
        correction = report_stuck(engagement_id=active.pk, what="The price lists are missing.", actor=cast.sam)
        self.words |= {
            "agreeing": engagements.make_engagement(cast).public_id,
            "onboarding": engagements.sign_both(cast, engagements.make_engagement(cast)).public_id,
            "active": active.public_id,
            "correction": correction.public_id,
            "hours": hours.public_id,
            "message": message.public_id,
            "reported": report.case.public_id,
            "text_file": message.files.get().file.public_id,
            "silent": silent.public_id,
            "late_result": engagements.deliverable(silent).public_id,
            "fresh_result": engagements.deliverable(active).public_id,
            "file": engagements.deliverable(active).submissions.get().files.get().file.public_id,
            "closing": engagements.make_closing(cast).public_id,
            "amending": engagements.make_amending(cast).public_id,
            "completed": (done := engagements.make_completed(cast)).public_id,
            "follow_up": engagements.make_follow_up(done).public_id,
            "appealed": engagements.make_appealed(done).public_id,
            "first": 1,
        }
        self._certify(cast)
        self.words["card"] = "day_one"
        self._start_well(cast, active)
        self._pay(cast)
        self._disputes(cast)
        self.words |= portfolio.of_the_matrix(cast, Engagement.objects.get(public_id=self.words["completed"]))
        self.words |= self._links(cast, active)
        # tia was an intern here and became a member: in her own engagement she stays on the intern's side.
        tia = self.people["tia"]
        hers = engagements.make_active(cast, person=tia)
        hire(cast.acme, cast.hana, tia, Role.RECRUITER)
        self.words["tias"] = hers.public_id

    def _certify(self, cast: Cast) -> None:
        """One credential that its holder shows, and one that nobody sees."""
        made = []
        for shared in (True, False):
            work = engagements.make_completed(cast)
            credential = ask_for_credential(engagement_id=work.pk, actor=cast.sam)
            made.append((work, share_credential(credential_id=credential.pk, shared=shared, actor=cast.sam)))
        self.words |= {
            "certified": made[0][0].public_id, "credential": made[0][1].public_id,
            "confirmation": check_address(made[0][0].public_id).rstrip("/").rpartition("/")[2],
            "hidden_credential": made[1][1].public_id,
            "revocations": made[0][1].list.address.rstrip("/").rpartition("/")[2],
        }  # fmt: skip

    def _start_well(self, cast: Cast, active: Engagement) -> None:
        """Times offered and something to give before the start; a time chosen at work."""
        ready = Engagement.objects.get(public_id=self.words["onboarding"])
        said = {"starts": [clock.now() + timedelta(days=2)], "minutes": 45, "how": "By video"}
        offer_kickoff(engagement_id=ready.pk, actor=cast.hugo, **said)
        list_access(engagement_id=ready.pk, name="Test shop", kind="account", actor=cast.hugo)
        talk = offer_kickoff(engagement_id=active.pk, actor=cast.hugo, **said)
        choose_kickoff(kickoff_id=talk.pk, start=talk.slots[0], actor=cast.sam)

    def _disputes(self, cast: Cast) -> None:
        """One that waits for the host, one for the third party while sam calls it settled, one that is decided."""
        settled = disputes.make_answered(cast)
        propose_settlement(dispute_id=settled.pk, note="We talked.", actor=cast.sam)
        found = {"disputed": disputes.make_dispute(cast), "settled": settled, "judged": disputes.make_decided(cast)}
        names = {"disputed": "dispute", "settled": "settled_dispute", "judged": "judged_dispute"}
        self.words |= {word: dispute.engagement.public_id for word, dispute in found.items()}
        self.words |= {names[word]: dispute.public_id for word, dispute in found.items()}

    def _pay(self, cast: Cast) -> None:
        """Promised in the active one, due in the closing one, paid and received in the completed one."""
        work = {word: Engagement.objects.get(public_id=self.words[word]) for word in ("active", "closing", "completed")}
        for word in ("active", "closing"):
            payments.stipend(work[word])
        payments.release(cast, work["completed"])
        received = payments.receive(work["completed"])
        note_tax_form(
            engagement_id=work["completed"].pk, filed_on=clock.today(), place="Personnel folder", actor=cast.hana
        )
        with clock.at(clock.now() - timedelta(days=60)):
            left = engagements.make_closing(cast)
            asked = ask_write_off(
                engagement_id=left.pk, amount_minor=5000, reason="otherwise", note="We paid for the train.",
                actor=cast.hana,
            )  # fmt: skip
            parted = engagements.make_parted(cast)
        self.words |= {
            "parted": parted.public_id, "successor": self._successor(cast), "late_part": parted.part_pay.public_id,
            "asked_stipend": asked.public_id,
            "received_entry": received.entries_count, "payroll": "csv", "kind": "csv", "this_year": clock.today().year,
        }  # fmt: skip

    def _successor(self, cast: Cast) -> str:
        """What sam does now, since somebody else ended it early."""
        before = engagements.make_parted(cast, person=join("Ned Before"))
        seek_successor(engagement_id=before.pk, note="Begin with the list.", actor=cast.hana)
        publish_changes(project_id=before.project_id, actor=cast.hana)
        project = resume_project(project_id=before.project_id, actor=cast.hana)
        offer = apply.make_offered(cast, cast.sam, project, answers=["By the list."])
        return accept_offer(application_id=offer.pk, actor=cast.sam).public_id

    def _links(self, cast: Cast, active: Any) -> dict[str, str]:
        """One of each kind in mails to hugo."""
        closing = Engagement.objects.get(public_id=self.words["closing"])
        asked = Application.objects.get(public_id=self.words["application_submitted"])
        result, check_in = engagements.deliverable(active), engagements.check_in(active)
        about = {
            "check_in": check_in, "return": result, "comment": result, "feedback": closing, "decline": asked,
            "nudge": active,
        }  # fmt: skip
        sent = {f"link_{purpose}": links.send(purpose, thing, cast.hugo) for purpose, thing in about.items()}
        came_of = FollowUp.objects.get(public_id=self.words["follow_up"])
        return {**sent, "link_follow_up": links.send("follow_up", came_of, cast.sam)}

    def _small_things(self, cast: Cast) -> None:
        today = clock.today()
        away = add_away(person_id=cast.sam.pk, actor=cast.sam, first_on=today, last_on=today + timedelta(days=1))
        save_answers(person_id=cast.sam.pk, sex="male", actor=cast.sam)
        closed = add_organization_away(
            organization_id=cast.acme.pk, first_on=today + timedelta(days=60), last_on=today + timedelta(days=61),
            actor=cast.hana,
        )  # fmt: skip
        notice = tell(recipient=cast.sam, key="matrix", kind="test", title="A notice", path="/work/")
        mail = store_mail(key="matrix", kind="test", address="a@example.org", subject="s", text="t", html="h")
        assert notice is not None
        assert mail is not None
        Mail.objects.filter(pk=mail.pk).update(state=MailState.FAILED)
        elsewhere = note_sign_in(person=cast.sam, session_key="elsewhere", browser="Firefox", system="Mac")
        copy = write_copy(person=cast.sam, content=ContentFile(b"PK", name="copy.zip"), name="copy.zip")
        export = keep_export(export=ask_for_export(actor=cast.sam), copy=copy)
        sealed = _sealed(cast)
        xavi = self.people["xavi"]
        kept_away = block(organization_id=self.new.pk, person_id=xavi.pk, side="person", actor=xavi)
        fact = Fact.objects.order_by("pk")[0]
        ReactionRun.objects.create(fact=fact, reaction="test", state=RunState.DEAD, next_try_at=clock.now())
        floor = set_pay_floor(
            country="PT", currency="EUR", hourly_minor=1450, from_on=today, source="Steward's own", actor=cast.stella
        )
        self.words |= ties.of_the_matrix(cast)
        self.words |= sourcing.of_the_matrix(cast, Project.objects.get(public_id=self.words["project"]))
        straw = make_skill(words="Straw craft", actor=cast.stella)
        kept = save_search(name="Near me", filters=Filters(category="strategy"), every="day", actor=cast.sam)
        self.words |= {
            "calendar": make_calendar(person_id=cast.sam.pk, actor=cast.sam),
            "added_skill": straw.code,
            "vocabulary_change": VocabularyChange.objects.get().public_id,
            "saved_search": kept.public_id,
            "stop_mails": kept.token,
            "pay_floor": floor.public_id,
            "away": away.public_id,
            "organization_away": closed.public_id,
            "sign_in": elsewhere.public_id,
            "export": export.public_id,
            "block": kept_away.public_id,
            "sealed": sealed.public_id,
            "notice": notice.public_id,
            "mail": mail.public_id,
            "fact": fact.hash,
            "role": "intern",
            "soon": (today + timedelta(days=2)).isoformat(),
            "audited": (today.replace(day=1) - timedelta(days=1)).year,
        }


def _marked(cast: Cast, application: Any) -> Any:
    apply.make_mark(application, cast.hugo)
    return application


def _sealed(cast: Cast) -> SealedAgreement:
    """An agreement under seal, as if one of its people had been erased."""
    over = engagements.make_completed(cast, person=cast.otto)
    signed = AgreementVersion.objects.get(engagement=over)
    seal_agreement(agreement_id=signed.pk)
    return SealedAgreement.objects.get(agreement=signed)


def _people(cast: Cast) -> dict[str, Person]:
    known = ("sam", "paz", "hana", "rita", "hugo", "cora", "otto", "stella")
    people = {name: getattr(cast, name) for name in known}
    for name in ("vera", "xavi", "zoe", "tia"):
        people[name] = join(name.capitalize())
    hire(cast.acme, cast.hana, people["vera"], Role.SUPERVISOR)
    hire(cast.acme, cast.hana, people["xavi"], Role.RECRUITER)
    hire(cast.acme, cast.hana, people["zoe"], Role.RECRUITER)
    gone = organizations.membership(people["xavi"], cast.acme)
    end_membership(membership_id=gone.pk, actor=cast.hana)
    suspend_person(person_id=people["zoe"].pk, actor=cast.stella, reason_code="spam")
    return people

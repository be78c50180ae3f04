"""The work in that world: engagements in each state of life, with a word in every text of both sides."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.files.exports import ask_for_export
from firstfoot.foundation.links.actions import make_calendar
from firstfoot.foundation.notifications.models import Mail, MailState, RefusedAddress
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Alias
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.searches.actions import save_search
from firstfoot.market.sourcing.actions import draw_list, invite_from_list, join_list, turn_on
from firstfoot.market.talent.actions import save_profile
from firstfoot.market.talent.queries import profile_of
from firstfoot.proof.credentials.actions import ask_for_credential
from firstfoot.proof.network.actions import answer_tie, ask_to_stay, keep, list_as_alumnus, note_on_bench
from firstfoot.proof.network.models import Kept
from firstfoot.proof.pathways.actions import offer_pathway
from firstfoot.proof.portfolio.actions import save_resume, show_item, show_letter
from firstfoot.proof.portfolio.models import ItemVersion, Recommendation
from firstfoot.reactions.worker import drain
from firstfoot.work.disputes.actions import (
    answer_dispute,
    appeal_decision,
    decide_dispute,
    open_dispute,
    propose_settlement,
)
from firstfoot.work.engagements.actions import (
    accept_offer,
    add_step,
    change_supervisor,
    counter_agreement,
    edit_in_engagement,
    end_early,
    keep_hours,
    list_access,
    log_hours,
    note_closing,
    offer_kickoff,
    open_correction,
    post_in_engagement,
    propose_correction,
    review_deliverable,
    seek_successor,
    set_learning_goal,
    sign_agreement,
    submit_deliverable,
    word_agenda,
    write_handover,
)
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.evaluations.actions import reply_to_evaluation
from firstfoot.work.evaluations.appeals import decide_evaluation_appeal
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.payments.actions import answer_part_pay, ask_write_off, note_tax_form, release_pay
from tests.access.words import Words
from tests.access.world import SpokenWorld
from tests.cast import hire
from tests.factories import engagements as make
from tests.factories.links import send
from tests.factories.portfolio import ask, draft_letter, make_page, make_signed_form, sign


class WorkingWorld(SpokenWorld):
    """The world with its work; the worker has caught up, mails are written and sent."""

    def __init__(self, words: Words | None = None) -> None:
        super().__init__(words)
        self.work: dict[str, Engagement] = {}
        self._agreeing()
        self._active("active", "sam", "hana", "hugo")
        self._active("tias", "tia", "hana", "hugo", first=("hugo",))
        self._active("nias", "nia", "otto", "otto", host="other")
        self._amending()
        self._late()
        self._closing()
        self._completed()
        self._ended()
        self._disputed()
        hire(self.acme, self["hana"], self["tia"], Role.RECRUITER)
        self._troubled()
        self._known()
        self._searched()
        self._to_be_found()
        self.links = self._linked()
        self.calendars = [make_calendar(person_id=self["hugo"].pk, actor=self["hugo"])]
        ask_for_export(actor=self["sam"])
        drain()
        deliver_due()

    def _known(self) -> None:
        """Sam stays in touch with hugo; each keeps something. Sam asked hana, who has not answered."""
        sam, hugo = self["sam"], self["hugo"]
        tie = ask_to_stay(person_id=hugo.pk, shows=self.words.address("sam.tie_shows"), actor=sam)
        answer_tie(tie_id=tie.pk, accept=True, shows=self.words.address("hugo.tie_shows"), actor=hugo)
        for kept in Kept.objects.filter(tie=tie).select_related("person"):
            name = "sam" if kept.person == sam else "hugo"
            keep(
                kept_id=kept.pk, shows=kept.shows, note=self.say(f"{name}.tie_note"),
                remind_on=clock.today() - timedelta(days=1), remind_about=self.say(f"{name}.tie_about"),
                actor=kept.person,
            )  # fmt: skip
        list_as_alumnus(organization_id=self.acme.pk, actor=sam)
        said = self.say("completed.bench_note")
        note_on_bench(organization_id=self.acme.pk, person_id=sam.pk, note=said, seen=0, actor=self["rita"])
        ask_to_stay(person_id=self["hana"].pk, shows=self.words.address("sam.tie_offered"), actor=sam)

    def _searched(self) -> None:
        """A search that sam keeps."""
        said = Filters(words=self.say("sam.search"))
        save_search(name=self.say("sam.search"), filters=said, every="day", actor=self["sam"])

    def _to_be_found(self) -> None:
        """The list is on; nia and xavi stand in that of a project of the bakery, and nia was invited from it."""
        turn_on(actor=self["stella"])
        project = self.post("sought_project", skills=("SQL",), language="", workplace="remote", place="")
        for name in ("nia", "xavi"):
            person = self[name]
            profile = profile_of(person)
            save_profile(actor=person, skills=[*(profile.skills if profile else ()), "SQL"], hours_a_week=40)
            join_list(actor=person)
        draw_list(project_id=project.pk, actor=self["hana"])
        alias = Alias.objects.get(project=project, person=self["nia"])
        invite_from_list(project_id=project.pk, alias=alias.public_id, actor=self["rita"])

    def _linked(self) -> list[str]:
        """What hugo may do from a mail, on each kind of thing."""
        late = make.deliverable(self.work["late"])
        about = [
            ("check_in", make.check_in(self.work["active"], 2)), ("return", late), ("comment", late),
            ("feedback", self.work["closing"]), ("decline", self.applications["blind"]), ("nudge", self.work["active"]),
        ]  # fmt: skip
        return [send(purpose, thing, self["hugo"]) for purpose, thing in about]

    def engage(self, name: str, who: str, owner: str = "hana", host: str = "acme") -> Engagement:
        """An accepted offer of its own project."""
        more = {} if host == "acme" else {"supervisor": self["otto"].public_id, "cover": ""}
        project = self.post(f"{name}_project", getattr(self, host), owner, **more)
        application = self.choose(f"{name}_application", who, project, by=owner)
        self.work[name] = accept_offer(application_id=application.pk, actor=self[who])
        return self.work[name]

    def _agreeing(self) -> None:
        """Countered once, signed by the host."""
        engagement = self.engage("agreeing", "sam")
        version = make.proposed(engagement)
        terms = version.terms
        changes = {
            "pay_minor": terms["pay_minor"] + 100, "hours": terms["hours"], "check_in_every_days": 5,
            "start_on": engagement.start_on, "end_on": engagement.end_on,
            "deliverables": [{**item, "due_on": date.fromisoformat(item["due_on"])} for item in terms["deliverables"]],
        }  # fmt: skip
        counter_agreement(
            agreement_id=version.pk, seen=version.version, changes=changes, note=self.say("agreeing.note"),
            actor=self["sam"],
        )  # fmt: skip
        self._sign(engagement, "agreeing", "rita")

    def _sign(self, engagement: Engagement, name: str, *people: str) -> None:
        agreement = make.proposed(engagement)
        for who in people:
            sign_agreement(
                agreement_id=agreement.pk, content_hash=agreement.content_hash,
                typed_name=self.say(f"{name}.typed_name_{who}"), actor=self[who],
            )  # fmt: skip

    def _start(self, name: str, who: str, owner: str, host: str = "acme") -> Engagement:
        engagement = self.engage(name, who, owner, host)
        self._sign(engagement, name, owner, who)
        engagement.refresh_from_db()
        goal = self.say(f"{name}.learning_goal")
        set_learning_goal(engagement_id=engagement.pk, goal=goal, actor=self[who])
        add_step(
            engagement_id=engagement.pk, side="host", text=self.words.plain(f"{name}.step"), due_on=engagement.start_on,
            required=True, link=self.words.address(f"{name}.step_link"), actor=engagement.supervisor,
        )  # fmt: skip
        talk = offer_kickoff(
            engagement_id=engagement.pk, starts=[clock.now() + timedelta(days=1)], minutes=30,
            how=self.say(f"{name}.talk_how"), note=self.say(f"{name}.talk_note"), actor=self[who],
        )  # fmt: skip
        word_agenda(kickoff_id=talk.pk, agenda=self.say(f"{name}.agenda"), actor=engagement.supervisor)
        list_access(
            engagement_id=engagement.pk, name=self.words.plain(f"{name}.access"), kind="tool",
            giver=self.words.plain(f"{name}.access_giver"), actor=engagement.supervisor,
        )  # fmt: skip
        make.tick_all(engagement)
        make.start_engagement(engagement_id=engagement.pk, actor=self[who])
        engagement.refresh_from_db()
        return engagement

    def _active(self, name: str, who: str, owner: str, guide: str, *, host: str = "acme", first=()) -> None:
        """At work: one check-in open to both, one answered by one side; results handed in and sent back."""
        engagement = self._start(name, who, owner, host)
        for speaker in (who, guide):
            post = post_in_engagement(
                engagement_id=engagement.pk, body=self.say(f"{name}.before_{speaker}"), key=f"{name}-{speaker}",
                actor=self[speaker],
            )  # fmt: skip
            body = self.say(f"{name}.post_{speaker}")
            edit_in_engagement(engagement_id=engagement.pk, post_id=post.pk, body=body, seen=0, actor=self[speaker])
            self._answer(engagement, name, 1, speaker)
        for speaker in first or (who,):
            self._answer(engagement, name, 2, speaker)
        correction = open_correction(engagement_id=engagement.pk, what=self.say(f"{name}.stuck"), actor=self[who])
        actions = [
            {"text": self.say(f"{name}.to_do"), "owner_side": "host", "due_on": clock.today() + timedelta(days=9)}
        ]
        propose_correction(
            correction_id=correction.pk, seen=correction.version, what=self.say(f"{name}.what"), actions=actions,
            actor=self[who],
        )  # fmt: skip
        change_supervisor(
            engagement_id=engagement.pk, supervisor_id=engagement.supervisor_id, cover_id=engagement.cover_id,
            note=self.say(f"{name}.guide_note"), intern_note=self.say(f"{name}.intern_note"), actor=self[owner],
        )  # fmt: skip
        keep_hours(engagement_id=engagement.pk, actor=self[who])
        log_hours(
            engagement_id=engagement.pk, day=clock.today(), minutes=60, what=self.say(f"{name}.hours"),
            key=f"{name}-hours", actor=self[who],
        )  # fmt: skip
        self.hand_in(engagement, name, who)
        thing = make.deliverable(engagement)
        marks = {c.number: (True, "") for c in thing.criteria.all()} | {1: (False, self.say(f"{name}.mark"))}
        review_deliverable(
            deliverable_id=thing.pk, submission_number=1, marks=marks, accept=False,
            comment=self.say(f"{name}.review"), actor=self[guide],
        )  # fmt: skip

    def _amending(self) -> None:
        """A change of what is signed waits for signatures."""
        engagement = self._start("amending", "sam", "hana")
        added = {"title": self.say("amending.added"), "format": "PDF", "due_on": engagement.end_on,
                 "criteria": [{"text": self.say("amending.added_point"), "required": True}]}  # fmt: skip
        make.propose_change(
            engagement,
            self["sam"],
            note=self.say("amending.note"),
            added=[added],
            expenses=self.say("amending.expenses"),
        )

    def _answer(self, engagement: Engagement, name: str, number: int, who: str) -> None:
        said = {key: self.say(f"{name}.{key}_{number}_{who}") for key in ("note", "keep", "change")}
        make.answer(engagement, self[who], number, **said)

    def hand_in(self, engagement: Engagement, name: str, who: str) -> None:
        """A version with a note, a link and a file: its name and its content each have a word."""
        upload = SimpleUploadedFile(
            f"{self.words.plain(f'{name}.file_name')}.txt", self.words.plain(f"{name}.file_content").encode()
        )
        stored = store_file(upload=upload, actor=self[who])
        thing = make.deliverable(engagement)
        submit_deliverable(
            deliverable_id=thing.pk, seen=thing.version, note=self.say(f"{name}.submission"),
            links=[self.link(f"{name}.submission_link")], files=[stored.pk], key=f"{name}-handed-in", actor=self[who],
        )  # fmt: skip

    def _late(self) -> None:
        """Handed in sixty days ago and never answered: for a steward by now."""
        with clock.at(clock.now() - timedelta(days=60)):
            engagement = self._start("late", "sam", "hana")
            self.hand_in(engagement, "late", "sam")

    def _finished(self, name: str) -> Engagement:
        engagement = self._start(name, "sam", "hana")
        make.accept_all(engagement)
        texts = {field: self.say(f"{name}.{field}") for field in ("use", "sources", "open_ends")}
        write_handover(engagement_id=engagement.pk, seen=0, actor=self["sam"], **texts)
        note_closing(
            engagement_id=engagement.pk, hours_worked=21, tools_used=self.say(f"{name}.tools_used"),
            learning_answer=self.say(f"{name}.learning_answer"), actor=self["sam"],
        )  # fmt: skip
        return engagement

    def _evaluate(self, engagement: Engagement, name: str, who: str, *, submit: bool = True) -> None:
        texts = {field: self.say(f"{name}.{field}_{who}") for field in ("went_well", "do_differently", "quote")}
        make.evaluate(engagement, self[who], submit=submit, **texts)

    def _closing(self) -> None:
        """sam's assessment is in, hugo's is a draft: neither is for the other yet."""
        engagement = self._finished("closing")
        self._evaluate(engagement, "closing", "sam")
        self._evaluate(engagement, "closing", "hugo", submit=False)

    def _completed(self) -> None:
        engagement = self._finished("completed")
        for who in ("sam", "hugo"):
            self._evaluate(engagement, "completed", who)
        for who, side in (("sam", "host"), ("hugo", "intern")):
            theirs = Evaluation.objects.get(engagement=engagement, side=side)
            reply_to_evaluation(evaluation_id=theirs.pk, reply=self.say(f"completed.reply_{who}"), actor=self[who])
        called_wrong = make.make_appealed(engagement, "do_differently", self.say("completed.appeal_words"))
        decide_evaluation_appeal(
            evaluation_id=called_wrong.pk, upheld=False, reason=self.say("completed.appeal_reason"),
            actor=self["stella"],
        )  # fmt: skip
        make.make_follow_up(engagement)
        offer_pathway(
            engagement_id=engagement.pk, kind="again", note=self.say("completed.pathway_note"), actor=self["hana"]
        )
        self._pay(engagement)
        words = {name: self.say(f"completed.item_{name}") for name in ("title", "problem", "asked", "did", "result")}
        item = ask(engagement, **words)
        show_item(item_id=item.pk, visibility="link", actor=self["sam"])
        mine = {name: self.say(f"sam.resume_{name}") for name in ("label", "summary", "city")}
        rows = {"institution": self.say("sam.resume_school")}, {"name": self.say("sam.resume_job")}
        save_resume(
            actor=self["sam"], shows_email=False, shows_phone=False, education=[rows[0]], work=[rows[1]], **mine
        )
        said = {name: self.say(f"completed.letter_{name}") for name in ("saw", "compared_with", "letter")}
        letter = sign(draft_letter(engagement, **said))
        show_letter(letter_id=letter.pk, by_link=True, on_page=False, on_resume=False, actor=self["sam"])
        make_signed_form(letter)  # nor this
        Recommendation.objects.update(revoke_reason=self.say("completed.letter_reason"))
        ItemVersion.objects.filter(item=item).update(answer_note=self.say("completed.answer_note"))
        make_page(self["sam"], self.words.plain("sam.page_slug"), headline=self.say("sam.page_headline"),
                  about=self.say("sam.page_about"))  # fmt: skip
        ask_for_credential(engagement_id=engagement.pk, actor=self["sam"])  # he shows it to nobody

    def _pay(self, engagement: Engagement) -> None:
        """A part is paid, another asked to be written off, and a tax form is on file."""
        by = {"engagement_id": engagement.pk, "actor": self["hana"]}
        release_pay(
            **by, amount_minor=10000, on=clock.today(), reference=self.say("completed.pay_reference"), key="paid"
        )
        ask_write_off(**by, amount_minor=1000, reason="otherwise", note=self.say("completed.write_off_note"))
        note_tax_form(**by, filed_on=clock.today(), place=self.say("completed.tax_form_place"))

    def _disputed(self) -> None:
        """Everything that can be said in a dispute: two statements, a decision, an appeal that is still open."""
        engagement = self._start("disputed", "sam", "hana")
        self.hand_in(engagement, "disputed", "sam")
        make.send_back(engagement)
        said = {name: self.say(f"disputed.{name}") for name in ("statement", "answer", "reason", "appeal", "settled")}
        opened = open_dispute(
            engagement_id=engagement.pk, cause="not_accepted", result=1, statement=said["statement"], actor=self["sam"]
        )
        answer_dispute(dispute_id=opened.pk, statement=said["answer"], actor=self["hugo"])
        decide_dispute(
            dispute_id=opened.pk, decision="accepted", amount_minor=None, reason=said["reason"], actor=self["stella"]
        )
        appeal_decision(dispute_id=opened.pk, text=said["appeal"], actor=self["hugo"])
        propose_settlement(dispute_id=opened.pk, note=said["settled"], actor=self["sam"])

    def _ended(self) -> None:
        engagement = self._start("ended", "sam", "hana")
        end_early(
            engagement_id=engagement.pk, reason="no_time", note=self.say("ended.end_note"),
            handed_over=self.say("ended.handed_over"), part_pay_minor=1000, actor=self["sam"],
        )  # fmt: skip
        answer_part_pay(
            engagement_id=engagement.pk, amount_minor=500, note=self.say("ended.part_pay_note"), actor=self["hana"]
        )
        seek_successor(engagement_id=engagement.pk, note=self.say("ended.handover_note"), actor=self["hana"])

    def _troubled(self) -> None:
        """A mail that never went out, and an address that refuses ours."""
        Mail.objects.create(
            key="troubled", kind="test", recipient=self["sam"], address=self["sam"].email, message_id="<troubled@x>",
            subject=self.say("mail.subject"), text=self.say("mail.text"), html=self.say("mail.html"),
            state=MailState.FAILED, next_try_at=clock.now(), created_at=clock.now(), error=self.say("mail.error"),
        )  # fmt: skip
        RefusedAddress.objects.create(
            address=f"{self.words.plain('refused.address')}@example.org", reason=self.say("refused.reason"),
            since=clock.now(),
        )  # fmt: skip

"""The table of what is a person's: one section a kind of thing, each with its query and its title.

A house test holds it against the models: whatever points to a person stands here or says why not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db.models import Model, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.foundation.accounts.models import Away, Consent, Person, SignIn
from firstfoot.foundation.conversations.models import EarlierText, Mention, Post, ReadMark
from firstfoot.foundation.files.models import Export, StoredFile
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.links.models import CalendarAddress, MailLink
from firstfoot.foundation.notifications.models import Mail, Notice, RefusedAddress
from firstfoot.foundation.selfid.queries import own_answers
from firstfoot.insights.everything import proof, work
from firstfoot.market.applications.models import (
    Alias,
    Application,
    Interview,
    Mark,
    NoInvitations,
    ProjectInvitation,
)
from firstfoot.market.applications.states import ENDED
from firstfoot.market.moderation.models import Case, Report
from firstfoot.market.organizations.models import Block, Invitation, Membership, Organization, Sighting
from firstfoot.market.organizations.states import BlockSide
from firstfoot.market.projects.models import Project, PublicQuestion
from firstfoot.market.searches.models import SavedSearch
from firstfoot.market.sourcing.models import Listing
from firstfoot.market.suggestions.models import SuggestedList, Wish
from firstfoot.market.talent.models import SkillClaim, TalentProfile
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.pathways.models import FollowUp, PathwayOffer
from firstfoot.work.evaluations.models import Evaluation


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing: its file's name, its title, and the rows that are the person's."""

    code: str
    title: str | Promise
    rows: Callable[[Person], Iterable[Model]]
    leave_out: tuple[str, ...] = ()


def _addresses(person: Person) -> list[str]:
    return [address.lower() for address in EmailAddress.objects.filter(user=person).values_list("email", flat=True)]


def _mine(model: Any, **lookup: str) -> Callable[[Person], Iterable[Model]]:
    """The rows whose named columns point to the person."""

    def rows(person: Person) -> Iterable[Model]:
        wanted = Q(*[(name, person) for name in lookup.values()], _connector=Q.OR)
        found: Iterable[Model] = model._default_manager.filter(wanted).order_by("pk")
        return found

    return rows


def _posts(person: Person) -> Iterable[Model]:
    """What they wrote, and what was written to them in the conversations they take part in."""
    threads = set(Application.objects.filter(person=person).values_list("thread", flat=True))
    threads |= set(work.parted(person).values_list("thread", flat=True))
    threads |= set(Post.objects.filter(author=person).values_list("thread", flat=True))
    return Post.objects.filter(thread__in=threads - {None}).select_related("author").order_by("thread", "posted_at")


def _earlier_texts(person: Person) -> Iterable[Model]:
    return EarlierText.objects.filter(post__author=person).select_related("post").order_by("post", "number")


def _pathways(person: Person) -> Iterable[Model]:
    return PathwayOffer.objects.filter(Q(engagement__intern=person) | Q(offered_by=person)).order_by("pk")


def _credentials(person: Person) -> Iterable[Model]:
    """Both forms of each, as text: a file of either verifies by itself."""
    return Credential.objects.filter(holder=person).select_related("engagement", "replaces").order_by("pk")


def _engagements(person: Person) -> Iterable[Model]:
    """What the host wrote for whoever finishes the work is none of the intern's before."""
    for one in work.parted(person):
        if one.intern_id == person.pk:
            one.handover_note = ""
        yield one


def _evaluations(person: Person) -> Iterable[Model]:
    """Their own; those about them once both sides may read them, but for what suited the intern, who alone reads it."""
    about = Q(engagement__in=work.parted(person).values("pk"), revealed_at__isnull=False)
    found = Evaluation.objects.filter(Q(author=person) | about).select_related("engagement", "author").order_by("pk")
    for one in found:
        if one.author_id != person.pk:
            one.fit = {}
        yield one


def _marks_about(person: Person) -> Iterable[Model]:
    """What was written about their applications, once each is answered; who wrote it stays with the host."""
    return Mark.objects.filter(application__person=person, application__state__in=ENDED).select_related("application")


def _interviews(person: Person) -> Iterable[Model]:
    """Talks about their applications, and those that they offered as a host."""
    mine = Q(application__person=person) | Q(offered_by=person)
    return Interview.objects.filter(mine).select_related("application", "offered_by").order_by("pk")


def _invitations(person: Person) -> Iterable[Model]:
    to_me = Q(email__in=_addresses(person))
    return Invitation.objects.filter(to_me | Q(invited_by=person) | Q(accepted_by=person)).order_by("pk")


def _project_invitations(person: Person) -> Iterable[Model]:
    """To them, and those that they sent; whom they invited by an alias stays an alias."""
    addresses = _addresses(person)
    to_me = Q(email__in=addresses) | Q(person=person)
    found = ProjectInvitation.objects.filter(to_me | Q(invited_by=person))
    for one in found.select_related("project", "alias", "person").order_by("pk"):
        if one.alias_id is not None and one.person_id != person.pk:
            one.person = None
        yield one


def _aliases(person: Person) -> Iterable[Model]:
    return Alias.objects.filter(person=person).select_related("project").order_by("pk")


def _projects(person: Person) -> Iterable[Model]:
    by_me = Q(created_by=person) | Q(supervisor=person) | Q(cover=person)
    return Project.objects.filter(by_me).select_related("organization", "created_by", "supervisor", "cover")


def _organizations(person: Person) -> Iterable[Model]:
    mine = Membership.objects.filter(person=person).values("organization")
    return Organization.objects.filter(pk__in=mine).order_by("pk")


def _blocks(person: Person) -> Iterable[Model]:
    """Their own; whom an organization keeps away is not told."""
    return Block.objects.filter(person=person, side=BlockSide.PERSON).select_related("organization").order_by("pk")


def _mails(person: Person) -> Iterable[Model]:
    return Mail.objects.filter(Q(recipient=person) | Q(address__in=_addresses(person))).order_by("pk")


def _refused(person: Person) -> Iterable[Model]:
    return RefusedAddress.objects.filter(address__in=_addresses(person))


def _facts(person: Person) -> Iterable[Model]:
    return Fact.objects.filter(Q(actor=person.actor_token) | Q(thing=person.thing)).order_by("pk")


def files_of(person: Person) -> Iterable[StoredFile]:
    """What they handed over themselves; not the copies made for them."""
    copies = Export.objects.filter(file__isnull=False).values("file")
    return StoredFile.objects.filter(stored_by=person).exclude(pk__in=copies).order_by("pk")


# Who among the stewards had it, and what they found: not the person's.
_OF_STEWARDS = (
    "owner", "decided_by", "appealed_from", "answered_by", "found", "severity", "post", "application", "other",
    "due_at",
)  # fmt: skip
_OF_THE_OTHER = ("state", "ended_at", "parted_by", "lapses_at")  # it would say that somebody said no, or parted
SECTIONS = (
    Section("account", _("Your account"), lambda person: [person]),
    Section("addresses", _("E-mail addresses"), _mine(EmailAddress, by="user"), ("user",)),
    Section("consents", _("What you agreed to"), _mine(Consent, by="person"), ("person",)),
    Section("away", _("Times away"), _mine(Away, by="person"), ("person",)),
    Section("self_identification", _("What you said about yourself for the fairness audit"), own_answers),
    Section("sign_ins", _("Where you are signed in"), _mine(SignIn, by="person"), ("person",)),
    Section("second_step", _("Second step and passkeys"), _mine(Authenticator, by="user"), ("user", "data")),
    Section("profile", _("Talent profile"), _mine(TalentProfile, by="person"), ("person",)),
    Section("skills", _("Your skills, and how they are known"), _mine(SkillClaim, by="person"), ("person", "folded")),
    Section("wish", _("What you want of your list"), _mine(Wish, by="person"), ("person",)),
    Section("be_found", _("Whether hosts find you"), _mine(Listing, by="person"), ("person",)),
    Section("aliases", _("What hosts call you until they know you"), _aliases, ("person", "given_at")),
    Section("lists", _("Projects that were suggested to you"), _mine(SuggestedList, by="person"), ("person",)),
    Section("applications", _("Applications"), _mine(Application, by="person"), ("person",)),
    Section("marks", _("What you wrote about applications"), _mine(Mark, by="reviewer"), ("reviewer",)),
    Section("marks_about", _("What reviewers wrote about yours"), _marks_about, ("reviewer", "rubric", "is_emptied")),
    Section("saved_searches", _("Saved searches"), _mine(SavedSearch, by="person"), ("person",)),
    Section("questions", _("Questions you asked in public"), _mine(PublicQuestion, by="asker"), ("asker",)),
    Section("interviews", _("Interviews"), _interviews),
    Section("messages", _("Conversations"), _posts),
    Section("earlier_texts", _("What your messages said before"), _earlier_texts),
    Section("mentions", _("Messages meant for you"), _mine(Mention, by="person"), ("person",)),
    Section("reading", _("How far you have read"), _mine(ReadMark, by="person"), ("person",)),
    Section("engagements", _("Engagements"), _engagements),
    Section("agreements", _("Agreements"), work.agreements),
    Section("signatures", _("Signatures"), work.signatures),
    Section("steps", _("Steps before the start"), work.steps),
    Section("check_ins", _("Check-ins"), work.check_ins),
    Section("check_in_answers", _("Answers to check-ins"), work.check_in_answers),
    Section("corrections", _("Course corrections"), work.corrections),
    Section("correction_actions", _("What was agreed to do"), work.correction_actions),
    Section("kickoffs", _("First talks"), work.kickoffs),
    Section("access", _("Access lists"), work.access),
    Section("cards", _("Cards put away"), work.cards),
    Section("guide_notes", _("Words on handing over"), work.guide_notes),
    Section("hours", _("Logged hours"), work.hours),
    Section("part_pays", _("Pay after an early end"), work.part_pays),
    Section("part_pay_words", _("What was said of it"), work.part_pay_words),
    Section("handovers", _("Handovers"), work.handovers),
    Section("deliverables", _("Results"), work.deliverables),
    Section("submissions", _("What was handed in"), work.submissions),
    Section("reviews", _("Reviews"), work.reviews),
    Section("review_points", _("Reviews, point by point"), work.review_points),
    Section("disputes", _("Disputes"), work.disputes, ("since_at",)),
    Section("evaluations", _("Evaluations"), _evaluations),
    Section("stipends", _("Pay"), work.stipends),
    Section("stipend_entries", _("What was recorded of pay"), work.stipend_entries),
    Section("tax_forms", _("Tax forms on file"), work.tax_forms),
    Section("credentials", _("Credentials"), _credentials, ("holder", "key", "list", "place", "revoked_by")),
    Section("what_came_next", _("What came next"), _pathways),
    Section("what_came_of_it", _("What you said came of it"), _mine(FollowUp, by="engagement__intern")),
    Section("page", _("Your page"), proof.pages, ("person",)),
    Section("resume", _("Your resume"), proof.resumes, ("person",)),
    Section("letters", _("Letters about you, and letters you wrote"), proof.letters, ("credential",)),
    Section("portfolio", _("What you show of your work"), proof.items),
    Section("portfolio_versions", _("Texts of it, and what hosts answered"), proof.item_versions),
    Section("ties", _("Who you stay in touch with, and who was asked"), proof.ties, _OF_THE_OTHER),
    Section("alumni", _("Where you are listed among the alumni"), proof.alumni, ("person",)),
    Section("bench_notes", _("What hosts noted about you, and what you noted"), proof.bench_notes, ("written_by",)),
    Section("no_invitations", _("Hosts that do not invite you"), _mine(NoInvitations, by="person"), ("person",)),
    Section("kept", _("What you show them, your notes and reminders"), proof.kept, ("person",)),
    Section("organizations", _("Your organizations"), _organizations),
    Section("memberships", _("Your roles there"), _mine(Membership, by="person"), ("person",)),
    Section("invitations", _("Invitations"), _invitations),
    # Without what became of them: whoever invited does not read it.
    Section(
        "project_invitations", _("Invitations to apply"), _project_invitations, ("state", "wants_no_more", "ended_at")
    ),
    Section("projects", _("Projects you wrote or guide"), _projects),
    Section("blocks", _("Organizations you keep away from"), _blocks, ("person", "made_by")),
    Section(
        "documents_seen",
        _("Documents you saw as a steward"),
        _mine(Sighting, by="noted_by"),
        ("noted_by", "answered_by", "reason"),
    ),
    Section(
        "documents_answered",
        _("Documents you answered as the second steward"),
        _mine(Sighting, by="answered_by"),
        ("noted_by", "answered_by", "words"),
    ),
    Section("reports", _("What you reported"), _mine(Report, by="person"), ("person", "case")),
    Section("appeals", _("Appeals you made"), _mine(Case, by="appealed_by"), _OF_STEWARDS),
    Section("files", _("Files you handed over"), files_of),
    Section("notices", _("Your inbox"), _mine(Notice, by="recipient"), ("recipient",)),
    Section("mails", _("Mails to you"), _mails, ("recipient", "error")),
    Section("mail_links", _("Links that were mailed to you"), _mine(MailLink, by="person"), ("person", "digest")),
    Section("calendar", _("The address of your calendar"), _mine(CalendarAddress, by="person"), ("person", "digest")),
    Section("refused_mail", _("Addresses that refused our mail"), _refused),
    Section("copies", _("Copies of your data"), _mine(Export, by="person"), ("person", "file")),
    Section("journal", _("The record of what you did"), _facts, ("actor", "hash", "prev", "stamp", "request")),
)

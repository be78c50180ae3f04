"""The world of the permission matrix with one row in every list, then with twenty more in each.

The further rows are set down as such, without the actions: a page reads them all the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.fields import NOT_PROVIDED

from firstfoot.foundation.accounts.models import Away, Person
from firstfoot.foundation.conversations.models import EarlierText, Mention, Post, PostFile
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.links.models import MailLink
from firstfoot.foundation.notifications.actions import tell
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import post_in_application
from firstfoot.market.applications.models import Alias, Application, ProjectInvitation
from firstfoot.market.fairpay.models import PayFloor
from firstfoot.market.moderation.models import Case
from firstfoot.market.moderation.states import CaseKind, CaseState, Decision
from firstfoot.market.organizations.models import (
    Block,
    Invitation,
    Membership,
    Organization,
    OrganizationAway,
    Sighting,
)
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.models import BriefVersion, Project, ProjectSkill, PublicQuestion, Remark
from firstfoot.market.searches.models import SavedSearch
from firstfoot.market.sourcing.models import DrawnList, Listing
from firstfoot.market.suggestions.actions import make_list
from firstfoot.market.talent.models import SkillClaim, TalentProfile
from firstfoot.market.vocabulary.actions import hear_words
from firstfoot.market.vocabulary.models import AddedSkill, Heard, VocabularyChange
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.vc.status import PLACES
from firstfoot.proof.network.models import Alumnus, Tie
from firstfoot.proof.portfolio.models import ItemVersion, PortfolioItem
from firstfoot.reactions.models import ReactionRun
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.actions import edit_in_engagement, note_risk, post_in_engagement
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import (
    AccessItem,
    AgreementVersion,
    CheckIn,
    CheckInAnswer,
    CourseAction,
    CourseCorrection,
    Criterion,
    CriterionMark,
    Deliverable,
    Engagement,
    HoursEntry,
    OnboardingStep,
    PartPay,
    Signature,
    Submission,
    SubmissionFile,
)
from firstfoot.work.payments.models import Stipend, StipendEntry
from tests.cast import join
from tests.factories import engagements as make
from tests.factories.applications import make_profile, make_submitted
from tests.house.world import World

MORE = 20
_serial = itertools.count(1)


def one_of_each(world: World) -> None:
    """What the matrix can do without, and a list needs to have its first row."""
    sam, hana, hugo = (world.people[name] for name in ("sam", "hana", "hugo"))
    ada = join("Ada Byron")
    make_profile(ada)
    make_submitted(ada, Project.objects.get(public_id=world.words["project"]), answers=["I would count them."])
    tell(recipient=hana, key="hana", kind="test", title="A notice", path="/hosting/")
    application = Application.objects.get(public_id=world.words["application_shortlisted"])
    post_in_application(application_id=application.pk, body="When could you start?", key="a", actor=hugo)
    for project in ("one", "two"):
        hear_words(words=["Kintsugi"], project=project)
    active = _work(world, "active")
    said = post_in_engagement(
        engagement_id=active.pk, body="Good morning.", key="b", files=[make.upload(sam)], mentions=[hugo.pk], actor=sam
    )
    edit_in_engagement(engagement_id=active.pk, post_id=said.pk, body="Good day.", seen=0, actor=sam)
    make.send_back(active)
    make.submit(active, files=[make.upload(sam, "second.pdf")])
    with make.at_day(active, 8):
        make.answer(active, sam)
        make.answer(active, hugo)
    correction = CourseCorrection.objects.get(public_id=world.words["correction"])
    CourseAction.objects.create(correction=correction, text="Send them", owner_side="host", due_on=clock.today())
    Deliverable.objects.filter(engagement=active).update(due_on=clock.today() - timedelta(days=30))
    note_risk(engagement_id=active.pk)
    make_list(actor=sam)
    # Facts were written of a day to come: for links that day has come.
    MailLink.objects.update(dies_at=clock.now() + timedelta(days=60))


def twenty_more(world: World) -> None:
    """Twenty further rows in every list that a page of the matrix shows."""
    people = more(world.people["paz"], chosen_name=lambda n: f"Person {n}")
    hosts = more(_organization(world, "acme"), name=lambda n: f"Host {n}")
    _more_of_hosts(world, people, hosts)
    _more_for_people(world, hosts)
    projects = _more_projects(world, people, hosts)
    _more_applications(world, people, projects)
    _more_work(world, people, projects)
    _more_in_one_work(_work(world, "active"), people)
    for stage in ("agreeing", "onboarding", "closing", "completed"):
        _more_parts(_work(world, stage))
    _more_for_stewards(world)
    _more_cases(hosts)
    _more_disputes(world)
    make_list(actor=world.people["sam"])


def more[T: Model](original: T, count: int = MORE, **changes: Any) -> list[T]:
    """Copies of a row: what must be unique is, and `changes` are values, or functions of 1, 2, 3..."""
    copies = [_copy(original, n, changes) for n in range(1, count + 1)]
    return type(original)._base_manager.bulk_create(copies)


def under[T: Model](parents: Iterable[Model], field: str, rows: QuerySet[T]) -> list[T]:
    """Copies of each of the rows under each of the parents."""
    found = [
        _copy(row, n * 100 + m, {field: parent, "number": getattr(row, "number", None)})
        for n, parent in enumerate(parents, 1)
        for m, row in enumerate(rows)
    ]
    return rows.model._base_manager.bulk_create(found)


def _copy[T: Model](original: T, n: int, changes: dict[str, Any]) -> T:
    values: dict[str, Any] = {}
    for field in original._meta.concrete_fields:
        value = getattr(original, field.attname)
        if field.primary_key:
            continue
        if field.name in changes:
            given = changes[field.name]
            values[field.name] = given(n) if isinstance(given, Callable) else given
        elif field.unique and not field.is_relation and value is not None:
            is_drawn = callable(field.default) and field.default is not NOT_PROVIDED
            values[field.name] = field.get_default() if is_drawn else f"{next(_serial)}-{value}"[: field.max_length]
        else:
            values[field.attname] = value
    return type(original)(**values)


def _organization(world: World, word: str) -> Organization:
    return Organization.objects.get(public_id=world.words[word])


def _work(world: World, word: str) -> Engagement:
    return Engagement.objects.get(public_id=world.words[word])


def _more_of_hosts(world: World, people: list[Person], hosts: list[Organization]) -> None:
    hana, vera, now = world.people["hana"], world.people["vera"], clock.now()
    acme, unverified = _organization(world, "acme"), _organization(world, "unverified")
    Membership.objects.bulk_create(
        [Membership(organization=acme, person=person, role=Role.SUPERVISOR, joined_at=now) for person in people]
        + [Membership(organization=unverified, person=person, role=Role.SUPERVISOR, joined_at=now) for person in people]
        + [Membership(organization=host, person=hana, role=Role.OWNER, joined_at=now) for host in hosts]
        + [Membership(organization=host, person=vera, role=Role.SUPERVISOR, joined_at=now) for host in hosts]
    )
    invitation = Invitation.objects.get(public_id=world.words["invitation"])
    more(invitation, email=lambda n: f"{n}@example.org")
    for name in ("paz", "sam", "hana"):
        address = world.people[name].email
        more(invitation, email=address, organization=lambda n: hosts[n - 1], invited_by=lambda n: people[n - 1])
    seen = Sighting.objects.get(public_id=world.words["document"])
    more(seen, organization=lambda n: hosts[n - 1])
    denied = {"state": "denied", "answered_by": vera, "answered_at": now, "reason": "It names somebody else."}
    more(seen, noted_at=lambda n: now - timedelta(days=n), **denied)
    more(OrganizationAway.objects.get(public_id=world.words["organization_away"]))
    blocked = Block.objects.get(public_id=world.words["block"])
    more(blocked, organization=lambda n: hosts[n - 1], person=world.people["sam"])
    more(unverified, name=lambda n: f"New host {n}")


def _more_for_people(world: World, hosts: list[Organization]) -> None:
    more(Away.objects.get(public_id=world.words["away"]))
    notice = Notice.objects.get(public_id=world.words["notice"])
    more(notice)
    more(notice, recipient=world.people["hana"])
    more(SavedSearch.objects.get(public_id=world.words["saved_search"]), name=lambda n: f"Search {n}")
    sam = world.people["sam"]
    listed = Alumnus.objects.get(person=sam)
    alumni = more(world.people["paz"], chosen_name=lambda n: f"Alumnus {n}")
    more(listed, person=lambda n: alumni[n - 1])
    _more_to_be_found(world)
    for word, asker in (("tie", sam), ("tie_asked", None), ("tie_sent", sam)):
        original = Tie.objects.get(public_id=world.words[word])
        friends = more(world.people["paz"], chosen_name=lambda n: f"Friend {n}")
        asked = (lambda _n: sam) if asker else (lambda n, friends=friends: friends[n - 1])
        known = more(original, first=sam, second=lambda n, friends=friends: friends[n - 1], asker=asked)
        under(known, "tie", original.kept.filter(person=sam))


def _more_to_be_found(world: World) -> None:
    """People like paz in the list that was drawn for the one project."""
    alias = Alias.objects.get(public_id=world.words["alias"])
    people = more(world.people["paz"], chosen_name=lambda n: f"Found {n}")
    for model in (Listing, TalentProfile):
        more(model._default_manager.get(person=alias.person), person=lambda n: people[n - 1])
    for claim in SkillClaim.objects.filter(person=alias.person):
        more(claim, person=lambda n: people[n - 1])
    names = more(alias, person=lambda n: people[n - 1], name=lambda n: f"Plum Wren {n}")
    drawn = DrawnList.objects.get(project=alias.project)
    DrawnList.objects.filter(pk=drawn.pk).update(
        shown=[*drawn.shown, *([one.public_id, *drawn.shown[0][1:]] for one in names)]
    )


def _more_projects(world: World, people: list[Person], hosts: list[Organization]) -> list[Project]:
    """Of each kind, guided by many; returns open ones of the bakery."""
    more(Remark.objects.get(public_id=world.words["remark"]))
    by_word = {p.public_id: p for p in Project.objects.all()}
    found: dict[str, list[Project]] = {}
    for word in ("project", "draft", "unpublished", "paused", "closed", "other_project"):
        original = by_word[world.words[word]]
        kept = {} if word == "other_project" else {"supervisor": lambda n: people[n - 1]}
        found[word] = more(original, title=lambda n: f"Project {n}", **kept)
        under(found[word], "project", BriefVersion.objects.filter(project=original))
        under(found[word], "project", ProjectSkill.objects.filter(project=original))
    elsewhere = more(by_word[world.words["project"]], organization=lambda n: hosts[n - 1], title="Elsewhere")
    under(elsewhere, "project", BriefVersion.objects.filter(project__public_id=world.words["project"]))
    question = PublicQuestion.objects.get(public_id=world.words["question"])
    more(question, asker=lambda n: people[n - 1])
    invited = ProjectInvitation.objects.get(token=world.words["project_invitation"])
    more(invited, email=lambda n: f"invited-{n}@example.org")
    more(invited, project=lambda n: found["project"][n - 1], email=world.people["sam"].email)
    under(found["project"], "project", PublicQuestion.objects.filter(pk=question.pk))
    more(by_word[world.words["project"]], supervisor=world.people["vera"])  # guided by vera, and in nobody's way
    return found["project"]


def _more_applications(world: World, people: list[Person], projects: list[Project]) -> None:
    """To the one project from many, and of sam to many projects in every state."""
    one = Project.objects.get(public_id=world.words["project"])
    briefs = {b.project_id: b for b in BriefVersion.objects.filter(project__in=[one, *projects])}
    by_word = {a.public_id: a for a in Application.objects.select_related("thread")}
    submitted = by_word[world.words["application_submitted"]]
    names = {"pseudonym": lambda n: f"Applicant {n}"}
    more(TalentProfile.objects.get(person__chosen_name="Ada Byron"), person=lambda n: people[n - 1])
    more(submitted, project=one, brief_version=briefs[one.pk], person=lambda n: people[n - 1], **names)
    words = ("application_draft", "application_submitted", "application_shortlisted", "application_offered")
    for part, word in enumerate(words):
        original, mine = by_word[world.words[word]], projects[part * 5 : part * 5 + 5]
        threads = more(original.thread, 5) if original.thread else []
        more(
            original, 5, project=lambda n, mine=mine: mine[n - 1], pseudonym="Applicant",
            brief_version=lambda n, mine=mine: briefs[mine[n - 1].pk],
            thread=lambda n, threads=threads: threads[n - 1] if threads else None,
        )  # fmt: skip
    for post in Post.objects.filter(thread=by_word[world.words["application_shortlisted"]].thread):
        more(post, author=lambda n: people[n - 1])


def _more_work(world: World, people: list[Person], projects: list[Project]) -> None:
    """Engagements of sam with the bakery, four in each stage, with all that they hold."""
    for part, stage in enumerate(("agreeing", "onboarding", "active", "closing", "completed")):
        original, mine = _work(world, stage), projects[part * 4 : part * 4 + 4]
        application, thread = original.application, original.thread
        accepted = more(
            application, 4, project=lambda n, mine=mine: mine[n - 1], pseudonym=f"Accepted {part}", thread=None,
            person=lambda n, part=part: people[part * 4 + n - 1],
        )  # fmt: skip
        threads = more(thread, 4)
        works = more(
            original, 4, application=lambda n, a=accepted: a[n - 1], thread=lambda n, t=threads: t[n - 1],
            project=lambda n, mine=mine: mine[n - 1], supervisor=world.people["hugo"],
        )  # fmt: skip
        for model in (AgreementVersion, OnboardingStep, Deliverable, CheckIn):
            under(works, "engagement", model._base_manager.filter(engagement=original))
        _more_pay(original, works)
        items = under(works, "engagement", PortfolioItem.objects.filter(engagement=original))
        under(items, "item", ItemVersion.objects.filter(item__engagement=original))


def _more_pay(original: Engagement, works: list[Engagement]) -> None:
    """A stipend of each of the works, and further entries of the first one's."""
    for stipend in Stipend.objects.filter(engagement=original):
        entries = StipendEntry.objects.filter(stipend=stipend)
        stipends = more(stipend, len(works), engagement=lambda n: works[n - 1])
        under(stipends, "stipend", entries)
        more(entries[0], number=lambda n: 20 + n)


def _more_in_one_work(work: Engagement, people: list[Person]) -> None:
    """Everything that one engagement lists."""
    _more_parts(work)
    said = more(Post.objects.filter(thread=work.thread)[0], author=lambda n: people[n - 1], edits=1)
    more(Post.objects.filter(thread=work.thread)[0], 40)
    under(said, "post", EarlierText.objects.filter(post__thread=work.thread))
    under(said, "post", Mention.objects.filter(post__thread=work.thread))
    sent = more(PostFile.objects.filter(post__thread=work.thread)[0].file)
    PostFile.objects.bulk_create([PostFile(post=p, file=f) for p, f in zip(said, sent, strict=True)])
    correction = CourseCorrection.objects.get(engagement=work)
    more(HoursEntry.objects.get(engagement=work), day=lambda n: clock.today() - timedelta(days=n))
    more(correction)
    more(CourseAction.objects.get(correction=correction))
    further = CheckIn.objects.filter(engagement=work, number__gt=20)
    under(further, "check_in", CheckInAnswer.objects.filter(check_in__engagement=work, check_in__number=1))
    returned = Submission.objects.get(deliverable__engagement=work, deliverable__number=1, number=1)
    submissions = more(returned, number=lambda n: 20 + n)
    file = SubmissionFile.objects.get(submission=returned)
    files = more(file.file)
    SubmissionFile.objects.bulk_create(
        [SubmissionFile(submission=s, file=f) for s, f in zip(submissions, files, strict=True)]
    )
    reviews = more(returned.review, submission=lambda n: submissions[n - 1], reviewer=lambda n: people[n - 1])
    under(reviews, "review", CriterionMark.objects.filter(review=returned.review))
    more(Criterion.objects.filter(deliverable=returned.deliverable)[0], number=lambda n: 20 + n)


def _more_parts(work: Engagement) -> None:
    """Steps, results, check-ins, versions of the agreement, and what happened."""
    for model in (OnboardingStep, AccessItem, Deliverable, CheckIn):
        first = model._base_manager.filter(engagement=work).first()
        if first is not None:
            more(first, number=lambda n: 20 + n)
    agreement = AgreementVersion.objects.filter(engagement=work)[0]
    AgreementVersion.objects.filter(pk=agreement.pk).update(number=MORE + 1)  # it comes last, after those it answers
    versions = more(agreement, number=lambda n: n, state="countered")
    under(versions, "agreement", Signature.objects.filter(agreement=agreement))
    fact = Fact.objects.filter(thing=work.thing, kind=Engagements.BEGUN).get()
    more(fact, seq=lambda n: 200 + n)


def _without_stipend() -> QuerySet[Engagement]:
    """Copies of engagements, of which none pays yet."""
    return Engagement.objects.exclude(pk__in=Stipend.objects.values("engagement")).filter(state="onboarding")


def _more_cases(hosts: list[Organization]) -> None:
    case = Case.objects.filter(kind=CaseKind.HELD_POST).order_by("pk")[0]
    more(case, project=None, organization=lambda n: hosts[n - 1])
    steward = Person.objects.get(is_steward=True)
    over = {"state": CaseState.DECIDED, "decision": Decision.UNFOUNDED, "decided_by": steward}
    more(case, project=None, organization=lambda n: hosts[n - 1], **over)


def _more_disputes(world: World) -> None:
    """Further ones that wait for a third party, each of its own work; and many that one work has had."""
    waiting = Dispute.objects.get(public_id=world.words["settled_dispute"])
    copies = Engagement.objects.filter(application__pseudonym__startswith="Accepted")
    works = list(copies.filter(state__in=["active", "closing"]).order_by("pk"))
    Engagement.objects.filter(pk__in=[work.pk for work in works]).update(held_at=clock.now())
    more(waiting, len(works), engagement=lambda n: works[n - 1], deliverable=None, settle_side="")
    had = Dispute.objects.get(public_id=world.words["dispute"])
    more(had, engagement=_work(world, "active"), state="withdrawn", closed_at=clock.now())


def _more_for_stewards(world: World) -> None:
    given = Credential.objects.get(public_id=world.words["credential"])
    more(given, place=lambda n: (given.place + n) % PLACES, state="superseded")
    late = Deliverable.objects.get(public_id=world.words["late_result"])
    handed_in = Submission.objects.filter(deliverable=late)
    under(more(late, number=lambda n: 40 + n), "deliverable", handed_in)
    more(handed_in.get(), number=lambda n: 20 + n)
    more(Mail.objects.get(public_id=world.words["mail"]))
    asked = Stipend.objects.get(public_id=world.words["asked_stipend"])
    works = list(_without_stipend().order_by("pk"))
    more(asked, len(works), engagement=lambda n: works[n - 1])
    late = PartPay.objects.get(public_id=world.words["late_part"])
    under(more(late, len(works), engagement=lambda n: works[n - 1]), "part_pay", late.words.all())
    more(late.words.all()[0], number=lambda n: 20 + n)
    floor = PayFloor.objects.get(public_id=world.words["pay_floor"])
    more(floor, from_on=lambda n: floor.from_on - timedelta(days=n))
    more(VocabularyChange.objects.get(), folded=lambda n: f"word {n}")
    more(AddedSkill.objects.get(), code=lambda n: f"own-{n}")
    words = {"folded": lambda n: f"word {n}", "words": lambda n: f"Word {n}"}
    for heard in list(Heard.objects.filter(folded="kintsugi")):
        more(heard, **words)
    more(ReactionRun.objects.get(reaction="test"), reaction=lambda n: f"test {n}")

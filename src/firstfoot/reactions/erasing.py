"""Erasing a person: every context empties its own, then the account, then what others were told."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.leaving import erase_account, stop_leaving
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.conversations.actions import erase_posts
from firstfoot.foundation.files.exports import erase_files
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.links.actions import erase_links
from firstfoot.foundation.notifications.actions import tell
from firstfoot.foundation.notifications.erasing import erase_messages
from firstfoot.foundation.selfid.actions import erase_answers
from firstfoot.insights.leaving import must_end_first
from firstfoot.market.applications.actions import (
    erase_applications,
    erase_project_invitations,
    erase_wishes_about_invitations,
)
from firstfoot.market.applications.aliases import erase_aliases
from firstfoot.market.applications.models import Application
from firstfoot.market.moderation.actions import case_things, erase_evidence, erase_reports
from firstfoot.market.organizations.actions import erase_blocks, erase_traces, leave_empty
from firstfoot.market.organizations.models import Membership
from firstfoot.market.projects.actions import erase_questions
from firstfoot.market.searches.actions import erase_searches
from firstfoot.market.sourcing.actions import erase_sourcing, listing_things
from firstfoot.market.suggestions.actions import erase_suggestions
from firstfoot.market.talent.actions import erase_profile
from firstfoot.proof.credentials.actions import credential_things, erase_credentials
from firstfoot.proof.network.actions import (
    alumnus_things,
    bench_things,
    erase_alumni,
    erase_ties,
    forget_bench_notes,
    tie_things,
)
from firstfoot.proof.pathways.actions import erase_pathways, pathway_things
from firstfoot.proof.pathways.follow_ups import erase_follow_ups, follow_up_things
from firstfoot.proof.portfolio.actions import erase_portfolio, portfolio_things
from firstfoot.reactions.models import ReactionRun
from firstfoot.reactions.people import thing_of
from firstfoot.reactions.phrases import speaking_to
from firstfoot.work.disputes.actions import dispute_things, erase_disputes
from firstfoot.work.engagements.actions import erase_work, kept_files, part_with_member, seal_all, things_of_intern
from firstfoot.work.evaluations.actions import erase_evaluations, evaluations_things
from firstfoot.work.payments.actions import erase_payments, payment_things


def erase(fact: Fact) -> None:
    """Erase whoever asked for it; when something came up that must end first, they are let in again and told."""
    person = thing_of(fact, Person)
    if person.state == PersonState.ERASED or person.leaving_at is None:
        return
    if must_end_first(person):
        _stop(fact, person)
        return
    names = [name for name in {person.chosen_name, person.legal_name} if name]
    addresses = {person.email, *EmailAddress.objects.filter(user=person).values_list("email", flat=True)}
    addresses = {address.lower() for address in addresses}
    texts = _empty(person, addresses)
    about = _about(person)
    keep = kept_files(person)
    erase_answers(person=person)
    erase_links(person=person)
    erase_account(person_id=person.pk)
    texts += seal_all()
    texts += erase_files(person=person, keep=keep)
    erase_messages(person=person, addresses=addresses, about=about, names=names, texts=[*texts, person.phone])
    _forget_errors([*names, *addresses])


def _empty(person: Person, addresses: set[str]) -> list[str]:
    """Leave every organization and empty every text; the texts that stood there."""
    texts = erase_applications(person=person)
    texts += erase_questions(person=person)
    erase_searches(person=person)
    for membership in Membership.objects.filter(person=person, left_at=None).order_by("pk"):
        others = Membership.objects.filter(organization=membership.organization_id, left_at=None)
        part = part_with_member if others.exclude(person=person).exists() else leave_empty
        part(membership_id=membership.pk, actor=person)
    texts += erase_disputes(person=person)
    texts += erase_work(person=person)
    texts += erase_evaluations(person=person)
    texts += erase_credentials(person=person)
    texts += erase_pathways(person=person)
    erase_follow_ups(person=person)
    texts += erase_ties(person=person)
    erase_alumni(person=person)
    texts += forget_bench_notes(person=person)
    texts += erase_portfolio(person=person)
    texts += erase_payments(person=person)
    texts += erase_profile(person=person)
    erase_suggestions(person=person)
    erase_project_invitations(person=person, addresses=addresses)
    erase_wishes_about_invitations(person=person)
    erase_aliases(person=person)
    erase_sourcing(person=person)
    texts += erase_traces(person=person, addresses=addresses)
    texts += erase_posts(person=person)
    texts += erase_reports(person=person)
    texts += erase_evidence(person=person)
    erase_blocks(person=person)
    return texts


def _about(person: Person) -> set[str]:
    """The things that are about the person, and each fact that they caused."""
    things = {person.thing, *things_of_intern(person), *evaluations_things(person), *pathway_things(person)}
    things |= follow_up_things(person) | tie_things(person) | alumnus_things(person) | bench_things(person)
    things |= case_things(person) | listing_things(person)
    things |= payment_things(person) | dispute_things(person) | portfolio_things(person) | credential_things(person)
    things |= {application.thing for application in Application.objects.filter(person=person)}
    caused = Fact.objects.filter(actor=person.actor_token).values_list("thing", "seq")
    return things | {f"{thing}#{seq}" for thing, seq in caused}


def _stop(fact: Fact, person: Person) -> None:
    person = stop_leaving(person_id=person.pk)
    with speaking_to(person):
        tell(
            recipient=person, key=f"{fact.thing}#{fact.seq}:leaving_stopped", kind="leaving_stopped",
            title=_("Your account could not be erased yet"),
            body=_("Something came up in the meantime that must end first. The page says what."),
            path=reverse("people:leave"),
        )  # fmt: skip


def _forget_errors(words: list[str]) -> None:
    """What a failed reaction wrote down may repeat a name or an address."""
    for word in words:
        ReactionRun.objects.filter(Q(error__icontains=word)).update(error="(erased)")

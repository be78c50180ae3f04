"""Who writes a portfolio item, and who answers for the host."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if
from firstfoot.proof.portfolio.models import PersonPage, Recommendation
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import Standing, standing_of


def may_write_item(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).intern()


def may_answer_item(actor: Person, engagement: Engagement) -> Verdict:
    return answering(standing_of(actor, engagement))


def answering(standing: Standing) -> Verdict:
    """Anyone of the host who recruits or guides."""
    return standing.host(standing.recruits or standing.guides, else_deny="not_party")


def may_change_page(actor: Person, page: PersonPage) -> Verdict:
    return allow_if(actor.pk == page.person_id and actor.is_active, else_deny="not_your_page")


def may_write_letter(actor: Person, engagement: Engagement) -> Verdict:
    return recommending(standing_of(actor, engagement))


def recommending(standing: Standing) -> Verdict:
    """Supervisor, cover or owner: whoever saw the work."""
    return standing.review()


def may_revoke_letter(actor: Person, letter: Recommendation) -> Verdict:
    """Whoever signed it, also after leaving the host."""
    return allow_if(actor.pk == letter.author_id and actor.is_active, else_deny="author_only")


def may_show_letter(actor: Person, letter: Recommendation) -> Verdict:
    """The intern alone; they alone have it signed as a file, too."""
    return standing_of(actor, letter.engagement).intern()

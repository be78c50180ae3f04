"""The list is off until a steward turns it on; who is concerned is told, once, of both."""

from __future__ import annotations

import pytest

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.sourcing.actions import join_list, leave_list, turn_off, turn_on
from firstfoot.market.sourcing.models import ListedSkill, SourcingSwitch
from firstfoot.market.sourcing.queries import is_listed, period_now, turns
from firstfoot.reactions.tell.sourcing import tell_everybody_it_is_on
from firstfoot.reactions.worker import drain
from tests.cast import join
from tests.factories.applications import make_profile
from tests.factories.sourcing import make_listed, make_on


def told(kind: str) -> tuple[list[str], list[str]]:
    drain()
    mails, notices = Mail.objects.filter(kind=kind), Notice.objects.filter(kind=kind)
    return (
        sorted(mails.values_list("address", flat=True)), sorted(notices.values_list("recipient__email", flat=True))
    )  # fmt: skip


def test_it_is_off_and_nobody_can_join(cast):
    make_profile(cast.sam)
    assert period_now() is None
    with pytest.raises(Conflict, match="sourcing_off"):
        join_list(actor=cast.sam)


@pytest.mark.parametrize("who", ["sam", "hana", "rita"])
def test_only_a_steward_turns_it(cast, who):
    with pytest.raises(NotPermitted, match="not_steward"):
        turn_on(actor=getattr(cast, who))
    make_on(cast)
    with pytest.raises(NotPermitted, match="not_steward"):
        turn_off(actor=getattr(cast, who), seen=1)


def test_turning_it_on_tells_everybody_with_a_profile_once_and_lists_nobody(cast):
    make_profile(cast.sam)
    make_profile(cast.paz)
    shut = join("Shut Out")
    make_profile(shut)
    suspend_person(person_id=shut.pk, reason_code="abuse", actor=cast.stella)
    turn_on(actor=cast.stella)
    everybody = [cast.paz.email, cast.sam.email]
    assert told("sourcing_on") == (everybody, everybody)
    tell_everybody_it_is_on(Fact.objects.get(kind="sourcing.turned_on"))
    assert told("sourcing_on") == (everybody, everybody)
    assert not is_listed(cast.sam)
    assert [fact.actor for fact in turns(5)] == [cast.stella.actor_token]


def test_turning_it_off_tells_those_in_it_and_ends_what_they_agreed_to(cast):
    make_on(cast)
    make_listed(cast.sam)
    make_listed(cast.paz)
    leave_list(actor=cast.paz)
    switch = turn_off(actor=cast.stella, seen=1)
    assert told("sourcing_off") == ([cast.sam.email], [cast.sam.email])
    assert (period_now(), is_listed(cast.sam), ListedSkill.objects.count()) == (None, False, 0)

    turn_on(actor=cast.stella, seen=switch.version)
    assert (period_now(), is_listed(cast.sam)) == (2, False)
    join_list(actor=cast.sam)
    assert is_listed(cast.sam)


def test_who_looked_at_another_state_turns_nothing(cast):
    make_on(cast)
    with pytest.raises(IllegalTransition):
        turn_on(actor=cast.stella, seen=1)
    with pytest.raises(Conflict, match="changed"):
        turn_off(actor=cast.stella, seen=0)
    assert SourcingSwitch.objects.get().is_on

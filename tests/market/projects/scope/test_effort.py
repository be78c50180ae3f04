"""What a project asks of its host, counted by hand."""

from firstfoot.market.projects.brief import Brief, BriefDeliverable, OnboardingItem
from firstfoot.market.projects.scope import host_effort
from firstfoot.market.projects.scope.effort import check_ins_in

BRIEF = Brief(
    weeks=3,
    deliverables=(BriefDeliverable(), BriefDeliverable(), BriefDeliverable()),
    onboarding=(OnboardingItem("Keys"), OnboardingItem("Tour", required=False), OnboardingItem("Read", "intern")),
)


def test_the_parts_are_named_and_counted():
    parts = [(part.code, part.minutes, part.times) for part in host_effort(BRIEF).parts]

    assert parts == [
        ("choosing", 30, 1),
        ("onboarding", 35, 1),
        ("check_ins", 20, 2),
        ("answers", 45, 3),
        ("reviews", 80, 4),
        ("closing", 25, 1),
    ]


def test_the_hours_are_rounded_up():
    effort = host_effort(BRIEF)

    assert (effort.minutes, effort.hours) == (235, 4)


def test_two_seats_take_twice_the_time():
    assert host_effort(BRIEF.with_(seats=2)).minutes == 2 * host_effort(BRIEF).minutes


def test_no_check_ins_without_a_rhythm():
    assert check_ins_in(Brief(weeks=3, check_in_every_days=0)) == 0

"""The pages of one engagement with 200 messages, 50 check-ins and 40 submissions, beside one with a page of each."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.frame import Row, in_turns
from benchmarks.site import Visitor, signed_in

MESSAGES, CHECK_INS, SUBMISSIONS = 200, 50, 40
GOAL = 1.5  # times the small one
PAGES = ("", "story/", "agreement/", "scope/", "check-ins/", "deliverables/", "deliverables/1/", "conversation/",
         "hours/", "pay/")  # fmt: skip


def measure(folder: Path) -> list[Row]:
    """Two engagements under way, each read by its intern."""
    from firstfoot.work.engagements.models import Engagement

    active = Engagement.objects.filter(state="active").select_related("intern", "supervisor").order_by("pk")
    small, large = active[:2]
    fill(small, messages=30, check_ins=10, submissions=6)  # a page of each
    fill(large)
    return [_row(page, signed_in(small.intern.email), small, signed_in(large.intern.email), large) for page in PAGES]


def _row(page: str, one: Visitor, small: Any, other: Visitor, large: Any) -> Row:
    least, cost = in_turns(one.call(f"/work/{small.public_id}/{page}"), other.call(f"/work/{large.public_id}/{page}"))
    return Row(f"workspace at size: {page or 'overview'}", cost, "ms", least, "one with a page of each", GOAL)


def fill(
    engagement: Any,
    *,
    messages: int = MESSAGES,
    check_ins: int = CHECK_INS,
    submissions: int = SUBMISSIONS,
    round: int = 1,
) -> None:
    """Give it many messages, answered check-ins, and submissions that were sent back, set down as rows."""
    from firstfoot.foundation.conversations.models import Post
    from firstfoot.kernel import clock
    from firstfoot.work.engagements.models import CheckIn, CheckInAnswer, Deliverable, Submission

    now = clock.now()
    Post.objects.bulk_create(
        Post(
            thread=engagement.thread, author=engagement.intern, body=f"Message {n}: the table has a new row.",
            posted_at=now - timedelta(minutes=n), idempotency_key=f"{engagement.public_id}-{round}-{n}",
        )
        for n in range(messages)
    )  # fmt: skip
    last = engagement.check_ins.order_by("-number").values_list("number", flat=True).first() or 0
    held = CheckIn.objects.bulk_create(
        CheckIn(
            engagement=engagement, number=last + n, due_on=date(2026, 1, 1) + timedelta(days=n), closes_at=now,
            state="answered", closed_at=now,
        )
        for n in range(1, check_ins + 1)
    )  # fmt: skip
    CheckInAnswer.objects.bulk_create(
        CheckInAnswer(
            check_in=check_in, side=side, person=engagement.intern if side == "intern" else engagement.supervisor,
            progress="on_track", confidence="high", blocked="no", note="As planned.", keep="The tables.",
            answered_at=now,
        )
        for check_in in held
        for side in ("intern", "host")
    )  # fmt: skip
    deliverable = Deliverable.objects.filter(engagement=engagement, number=1).get()
    numbered = deliverable.submissions.order_by("-number").values_list("number", flat=True).first() or 0
    Submission.objects.bulk_create(
        Submission(
            deliverable=deliverable, number=numbered + n, note=f"Version {n}.", submitted_by=engagement.intern,
            submitted_at=now - timedelta(hours=submissions - n), idempotency_key=f"{engagement.public_id}-{round}-{n}",
        )
        for n in range(1, submissions + 1)
    )  # fmt: skip

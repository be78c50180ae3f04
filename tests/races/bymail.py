"""Races for a link in a mail: pressed eight times at once, and beside other links to the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.links.models import MailLink
from firstfoot.foundation.notifications.models import Mail
from firstfoot.work.engagements.models import Engagement
from tests.factories.links import send
from tests.races.contest import Answer, Move
from tests.races.race import Race, facts_of, winners


class OneLink(Race):
    """Two links to the same thing, from the mails of two days, each pressed four times."""

    title = "a link in a mail, pressed at once"
    ground = "active"
    ruled = (Post, Mail)
    may_answer = (410,)

    def prepare(self) -> None:
        self.engagement = Engagement.objects.get(pk=self.thing["engagement"])
        self.secrets = [send("nudge", self.engagement, self.people["hugo"]) for _ in range(2)]

    def moves(self) -> list[Move]:
        pages = [reverse("bymail:act", args=[secret]) for secret in self.secrets]
        return [Move(pages[number % 2], data={"body": f"Press {number} of {self.place}"}) for number in range(8)]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        won, posts = winners(answers), Post.objects.filter(thread=self.engagement.thread)
        receipts = Mail.objects.filter(kind="acted_by_mail", key__startswith=f"{self.engagement.thing}:")
        counts = (len(won), posts.count(), len(facts_of(self.engagement, "engagement.posted")), receipts.count())
        if counts != (1, 1, 1, 1):
            yield f"let through, messages, facts, receipts: {counts}"
            return
        if posts[0].body != f"Press {won[0]} of {self.place}":
            yield f"{won[0]} was let through, and what stands is {posts[0].body}"
        ends = list(MailLink.objects.filter(thing=self.engagement.thing).order_by("pk").values_list("end", flat=True))
        if ends != (["used", "done_otherwise"] if won[0] % 2 == 0 else ["done_otherwise", "used"]):
            yield f"the links are {ends}"
        if any('data-refusal="link_' not in answer.page for n, answer in enumerate(answers) if n not in won):
            yield "a loser does not read why"

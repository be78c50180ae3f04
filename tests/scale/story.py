"""The story as it goes on real machines: the clock is the wall's, mail comes by SMTP, others do the work."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from firstfoot.foundation.notifications.models import Mail
from firstfoot.kernel import clock
from firstfoot.reactions.models import ReactionRun
from firstfoot.reactions.runs import facts_without_runs
from tests.foundation.notifications.servers import Accepting
from tests.journeys.story import Story
from tests.journeys.walkers import PlainWalker, Walker
from tests.scale.servers import wait_for

QUIET_WITHIN = 60.0  # seconds for workers to have done all that is due


class StoryOnMachines(Story):
    """Nothing is done in this process but walking and looking."""

    def __init__(self, new_walker: Callable[[], PlainWalker], folder: Path, post: Accepting) -> None:
        super().__init__(new_walker, folder)
        self.post = post

    @property
    def monday(self) -> datetime:
        return clock.now()

    def at(self, days: float) -> None:
        """Time goes by itself here."""
        self.catch_up()

    def catch_up(self) -> None:
        wait_for("quiet workers", lambda: not facts_without_runs().exists(), QUIET_WITHIN)
        wait_for("reactions", lambda: not ReactionRun.objects.filter(state="waiting").exists(), QUIET_WITHIN)
        wait_for("mail", lambda: not Mail.objects.filter(state__in=["stored", "sending"]).exists(), QUIET_WITHIN)

    def mail_to(self, address: str, subject: str) -> str:
        self.catch_up()
        mails = [email.message_from_bytes(raw, policy=email.policy.default) for raw in self.post.messages]
        found = [m for m in mails if m["To"] == address and subject in m["Subject"]]
        assert found, f"no mail {subject!r} to {address} among {[(m['To'], m['Subject']) for m in mails]}"
        text = found[-1].get_body(("plain",))
        assert text is not None
        return str(text.get_content())

    def work_begins(self, days: int) -> None:
        """The first day is weeks away: Hugo begins sooner, as both may."""
        self.hugo.go(self.work)
        self.hugo.press("Start the work")

    def sign(self, who: Walker, name: str) -> None:
        """They came in minutes ago: nothing is asked again."""
        who.press("Sign the agreement", {"typed_name": name, "agreed": True})
        who.sees(name)

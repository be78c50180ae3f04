"""Every list and desk in the demo, then in the demo grown to 100,000 engagements: `make grow`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import world
from benchmarks.frame import Row, in_turns, table

GOAL = 1.2  # times the small one


def main(engagements: str = "100000") -> None:
    with tempfile.TemporaryDirectory(prefix="firstfoot-grow-") as temporary:
        folder = Path(os.environ.get("FIRSTFOOT_BENCH") or temporary)
        world.settle(folder)
        from benchmarks.grow import grow
        from firstfoot.work.engagements.models import Engagement

        start, small = time.monotonic(), costs()
        grow(-(-int(engagements) // Engagement.objects.count()) - 1)
        print(f"{Engagement.objects.count():,} engagements after {time.monotonic() - start:.0f} s", flush=True)
        large = costs()
    print(table([Row(what, large[what], "ms", small[what], "the demo alone", GOAL) for what in large]))


def costs() -> dict[str, float]:
    """CPU milliseconds of each page."""
    from django.core.cache import caches

    from benchmarks.site import signed_in, visitor
    from firstfoot.market.projects.models import Project
    from firstfoot.work.engagements.models import Engagement

    caches["cards"].clear()
    people = {name: signed_in(f"{name}@demo.example") for name in ("hana", "sam", "hugo", "stella")}
    people["guest"] = visitor()
    brief = Project.objects.filter(state="open", visibility="public").order_by("pk").first()
    work = Engagement.objects.filter(intern__email="sam@demo.example").order_by("pk").first()
    assert brief is not None
    assert work is not None
    hosted = Project.objects.filter(organization__memberships__person__email="hana@demo.example").order_by("pk").first()
    assert hosted is not None
    pages = [
        ("guest", "/projects/"), ("guest", "/projects/?sort=soon"), ("guest", "/projects/?sort=short"),
        ("guest", f"/projects/?before={brief.public_id}"), ("guest", f"/projects/?category={brief.category}"),
        ("guest", "/projects/?q=bakery"), ("guest", f"/projects/{brief.public_id}/"), ("sam", "/projects/"),
        ("sam", "/talent/"), ("sam", "/talent/applications/"), ("sam", "/work/"), ("sam", f"/work/{work.public_id}/"),
        ("sam", "/inbox/"), ("hana", "/hosting/"), ("hana", "/work/"), ("hugo", "/hosting/"),
        ("hana", f"/hosting/projects/{hosted.public_id}/applicants/"),
        ("hana", f"/hosting/projects/{hosted.public_id}/"),
        ("hana", f"/hosting/projects/{hosted.public_id}/brief/questions/"),
        ("hana", f"/hosting/projects/{hosted.public_id}/figures/"), ("hana", "/hosting/projects/new/"),
        ("guest", f"/organizations/{hosted.organization.public_id}/"), ("guest", "/projects/feed.atom"),
        ("guest", "/sitemap-projects.xml"), ("stella", "/steward/cases/"), ("stella", "/steward/"),
        ("stella", "/steward/organizations/"), ("stella", "/steward/people/"), ("stella", "/steward/mails/"),
        ("stella", "/steward/runs/"), ("stella", "/steward/people/?q=okoro"),
    ]  # fmt: skip
    calls = [people[who].call(page) for who, page in pages]
    ids = (brief.public_id, work.public_id, hosted.public_id, hosted.organization.public_id)
    names = [f"{who}: " + "/".join("..." if part in ids else part for part in page.split("/")) for who, page in pages]
    return dict(zip(names, in_turns(*calls, rounds=7), strict=True))


if __name__ == "__main__":
    main(*sys.argv[1:])

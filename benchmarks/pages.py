"""Pages in this process: CPU time of one full WSGI call, beside what such a page costs at best."""

from __future__ import annotations

from pathlib import Path

from benchmarks.frame import Call, Row, in_turns
from benchmarks.site import Visitor, signed_in, visitor


def measure(folder: Path) -> list[Row]:
    guest, hana, sam, stella = visitor(), *(signed_in(f"{n}@demo.example") for n in ("hana", "sam", "stella"))
    return [*_public(guest), *_kept(guest), *_own(hana, sam, stella), _panel(hana), *_middleware(), *_deep(guest)]


def _public(guest: Visitor) -> list[Row]:
    from django.core.cache import caches

    from benchmarks.ceilings import first_page
    from firstfoot.web.public.cards import key_of

    brief = f"/projects/{_open()}/"
    keys = [key_of(project) for project in first_page()]

    def cold(address: str) -> Call:
        call = guest.call(address)

        def ask() -> object:
            caches["cards"].delete_many(keys)
            return call()

        return ask

    warm, warm_best = in_turns(guest.call("/projects/"), guest.call("/bench/browse/"))
    fresh, fresh_best = in_turns(cold("/projects/"), cold("/bench/browse-cold/"))
    detail, detail_best = in_turns(guest.call(brief), guest.call("/bench" + brief.replace("projects", "detail")))
    found, listed = in_turns(guest.call("/projects/?q=bakery"), guest.call("/projects/"))
    return [
        Row("browse, warm cards", warm, "ms", warm_best, "rows, kept cards and facets in an empty page", 1.6),
        Row("browse, cold cards", fresh, "ms", fresh_best, "rows and a template each", 1.3),
        Row("brief", detail, "ms", detail_best, "the brief and its templates", 1.5),
        Row("search", found, "ms", listed, "browse", 1.5),
    ]


def _kept(guest: Visitor) -> list[Row]:
    """A visitor's; to people every page is sent anew, since their browsers keep none."""
    hello = guest.call("/bench/hello/")
    rows = []
    for what, address in (("304, list", "/projects/"), ("304, brief", f"/projects/{_open()}/")):
        tag = guest.get(address).headers["ETag"]
        kept, least = in_turns(guest.call(address, 304, HTTP_IF_NONE_MATCH=tag), hello, rounds=60)
        rows.append(Row(what, kept, "ms", least, "hello through all middleware", 1.5))
    return rows


def _own(hana: Visitor, sam: Visitor, stella: Visitor) -> list[Row]:
    from firstfoot.work.engagements.models import Engagement

    engagement = Engagement.objects.filter(intern__email="sam@demo.example").order_by("pk").first()
    assert engagement is not None
    places = [
        ("desk of a host", hana, "/hosting/"), ("desk of an intern", sam, "/talent/"), ("my work", sam, "/work/"),
        ("workspace", sam, f"/work/{engagement.public_id}/"), ("inbox", sam, "/inbox/"),
        ("desk of a steward", stella, "/steward/"), ("organizations", stella, "/steward/organizations/"),
    ]  # fmt: skip
    calls = [who.call(address) for _what, who, address in places]
    *times, least = in_turns(*calls, sam.call("/bench/engagements/"), rounds=9)
    beside = "a person's engagements, a line each"
    return [Row(what, ms, "ms", least, beside) for (what, _who, _address), ms in zip(places, times, strict=True)]


def _panel(hana: Visitor) -> Row:
    """What the builder answers while somebody types: the scope check of a whole brief, in words, with its fixes."""
    from firstfoot.foundation.accounts.models import Person
    from firstfoot.market.projects.queries import hosted_projects

    project = hosted_projects(Person.objects.get(email="hana@demo.example")).exclude(state="in_review").first()
    assert project is not None
    address = f"/hosting/projects/{project.public_id}/brief/time/check/"

    def ask() -> object:
        answer = hana.post(address, hours="90", weeks="2", seats="1", apply_by="2020-01-06", start_from="2020-01-06")
        if answer.status != 200 or b'name="fix"' not in answer.body:
            raise RuntimeError(f"{address}: {answer.status}")
        return answer

    panel, hello = in_turns(ask, hana.call("/bench/hello/"))
    return Row("panel of the builder", panel, "ms", goal=60, beside=f"hello costs {hello:.1f} ms")


def _middleware() -> list[Row]:
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import override_settings

    with override_settings(MIDDLEWARE=[]):
        bare = Visitor(WSGIHandler())
    whole, least = in_turns(visitor().call("/bench/hello/"), bare.call("/bench/hello/"), rounds=40)
    return [Row("all middleware", whole, "ms", least, "hello through none", 3)]


def _deep(guest: Visitor) -> list[Row]:
    from firstfoot.market.projects.narrowing import SORTS
    from firstfoot.market.projects.queries import open_projects

    deepest = open_projects().order_by(*SORTS["new"]).last()
    assert deepest is not None
    deep, first = in_turns(guest.call(f"/projects/?before={deepest.public_id}"), guest.call("/projects/"))
    return [Row("deepest page", deep, "ms", first, "the first page", 1.2)]


def _open() -> str:
    from firstfoot.market.projects.queries import open_projects

    found = open_projects().order_by("pk").first()
    assert found is not None
    return found.public_id

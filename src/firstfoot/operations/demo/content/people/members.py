"""The people of the hosts, and the steward. None of them exists."""

from __future__ import annotations

from firstfoot.operations.demo.content.organizations import ORGANIZATIONS
from firstfoot.operations.demo.content.schema import Kind, PersonSeed

_PLACES = {org.key: (org.city, org.zone) for org in ORGANIZATIONS}


def _member(
    key: str, name: str, organization: str, role: str, title: str, *, legal: str = "",
    away: tuple[int, int] | None = None, note: str = "",
) -> PersonSeed:  # fmt: skip
    city, zone = _PLACES[organization]
    return PersonSeed(
        key, name, legal or name, city, zone, Kind.MEMBER,
        organization=organization, role=role, title=title, away=away, note=note,
    )  # fmt: skip


MEMBERS = (
    _member("hana", "Hana Brindle", "brindle", "owner", "Owner and baker", note="Walk-in host"),
    _member("hugo", "Hugo Marsh", "brindle", "supervisor", "Shop lead", note="Walk-in supervisor"),
    _member("ines", "Ines Calder", "brindle", "recruiter", "Orders and people"),
    _member("marit", "Marit Holloway", "tidewrack", "owner", "Founder"),
    _member("dov", "Dov Renner", "tidewrack", "supervisor", "Sales"),
    _member("aoife", "Aoife Tarrant", "lanternfish", "owner", "Founder and teacher"),
    _member("tomasz", "Tomasz Wilk", "lanternfish", "supervisor", "Product", legal="Tomasz Jan Wilk"),
    _member("priya", "Priya Ludlow", "oakline", "owner", "Coordinator"),
    _member("gareth", "Gareth Pym", "oakline", "supervisor", "Hall organizer"),
    _member("denise", "Denise Okafor-Hill", "harrow-street", "owner", "Director"),
    _member("luis", "Luis Arriaga", "harrow-street", "supervisor", "Operations", legal="Luis Fernando Arriaga"),
    _member("sanne", "Sanne Verhoef", "velden", "owner", "Group leader", legal="Susanna Verhoef"),
    _member(
        "bram", "Bram Oosting", "velden", "supervisor", "Field data", away=(-6, 15),
        note="A supervisor on leave whose cover answers",
    ),
    _member("noor", "Noor Haddad", "velden", "supervisor", "Lab methods", note="Covers for Bram"),
    _member("wes", "Wes Kimura", "pico-meridian", "owner", "Founder", note="The host whose scope grows"),
    _member("yuki", "Yuki Sandoval", "pico-meridian", "supervisor", "Data engineer"),
    _member("beatriz", "Beatriz Lobo", "casa-verbena", "owner", "Host", note="An organization of one: no cover"),
    _member("marcus", "Marcus Tell", "ridgeway", "owner", "Owner"),
    _member("tess", "Tess Quarry", "ridgeway", "supervisor", "Workshop lead", legal="Theresa Quarry"),
    _member("farah", "Farah Ansel", "saffron-loom", "owner", "Owner"),
    _member("colm", "Colm Deasy", "saffron-loom", "supervisor", "Finance and stock"),
    _member("rex", "Rex Dunmore", "northgate", "owner", "Printer", note="The host who goes silent"),
    _member("edith", "Edith Fenn", "marshlight", "owner", "Head of engagement"),
    _member("kofi", "Kofi Baines", "marshlight", "supervisor", "Visitor programs"),
    _member("jonas", "Jonas Winterfeld", "voxa", "owner", "Producer"),
    _member("leila", "Leila Mourad", "voxa", "supervisor", "Editor"),
    _member("siobhan", "Siobhan Carey", "quillhaven", "owner", "Publisher"),
    _member("arun", "Arun Pillay", "quillhaven", "supervisor", "Production and web"),
    _member("jamal", "Jamal Winters", "newleaf", "owner", "Founder", note="Waits for verification"),
    PersonSeed(
        "stella", "Stella Ironwood", "Stella Ironwood", "Minneapolis", "America/Chicago", Kind.STEWARD,
        note="Runs this installation",
    ),
)  # fmt: skip

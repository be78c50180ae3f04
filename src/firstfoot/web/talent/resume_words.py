"""A resume as plain data: each line about work done here is counted from the record, and says where that is read."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.proof.portfolio.queries import ResumeParts
from firstfoot.web.shared.letters import said_letter
from firstfoot.web.shared.shown import ShownItem, lines_of, shown_words, skill_labels

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


@dataclass(frozen=True, slots=True)
class Block:
    """One job or school: what, where, from when until when, its lines, and where each is proved ("" for own words)."""

    title: str
    place: str
    from_on: str
    until_on: str
    lines: list[str] = field(default_factory=list)
    receipt: str = ""

    @property
    def dates(self) -> str:
        return " – ".join(part for part in (self.from_on, self.until_on) if part)


@dataclass(frozen=True, slots=True)
class Said:
    """A letter that stands on it."""

    text: str
    by: str
    receipt: str


@dataclass(frozen=True, slots=True)
class ResumeData:
    """All of it, in the order in which it is read."""

    name: str
    label: str
    summary: str
    city: str
    email: str
    phone: str
    page: str
    proved: list[Block]
    work: list[Block]
    education: list[Block]
    skills: list[tuple[str, list[str]]]
    letters: list[Said]

    @property
    def contact(self) -> list[str]:
        return [part for part in (self.city, self.email, self.phone, self.page) if part]


def data_of(parts: ResumeParts, page: Any) -> ResumeData:
    """`page` is the person's own where it is up."""
    resume, person = parts.resume, parts.person
    labels = skill_labels(parts.shown)
    items = [(one.item, shown_words(one, labels)) for one in parts.shown]
    skills: dict[str, list[str]] = {}
    for _item, it in items:
        for skill in it.skills:
            skills.setdefault(skill, []).append(it.title)
    return ResumeData(
        name=person.name, label=resume.label, summary=resume.summary, city=resume.city,
        email=person.email if resume.shows_email else "", phone=person.phone if resume.shows_phone else "",
        page=_at("public:person", page.slug) if page else "",
        proved=[_proved(item, it) for item, it in items],
        work=[
            Block(row["position"] or row["name"], row["name"], row["from_on"], row["until_on"],
                  [line for line in row["summary"].splitlines() if line.strip()])
            for row in resume.work
        ],
        education=[
            Block(", ".join(part for part in (row["study_type"], row["area"]) if part) or row["institution"],
                  row["institution"], row["from_on"], row["until_on"])
            for row in resume.education
        ],
        skills=sorted(skills.items(), key=lambda pair: (-len(pair[1]), pair[0].casefold())),
        letters=[_letter(one) for one in parts.letters],
    )  # fmt: skip


def as_json(data: ResumeData) -> dict[str, Any]:
    """The resume as JSON Resume has it."""
    basics: dict[str, Any] = {"name": data.name, "label": data.label, "email": data.email, "phone": data.phone,
                              "url": data.page, "summary": data.summary}  # fmt: skip
    found: dict[str, Any] = {"$schema": SCHEMA, "basics": _said(basics)}
    if data.city:
        found["basics"]["location"] = {"city": data.city}
    rows = {
        "work": [
            _said({"name": b.place, "position": b.title, "startDate": b.from_on, "endDate": b.until_on,
                   "url": b.receipt, "highlights": b.lines if b.receipt else [],
                   "summary": "" if b.receipt else "\n".join(b.lines)})
            for b in (*data.proved, *data.work)
        ],
        "education": [
            _said({"institution": b.place, "area": b.title if b.title != b.place else "", "startDate": b.from_on,
                   "endDate": b.until_on})
            for b in data.education
        ],
        "skills": [{"name": name, "keywords": titles} for name, titles in data.skills],
        "references": [{"name": one.by, "reference": one.text} for one in data.letters],
    }  # fmt: skip
    return found | {name: value for name, value in rows.items() if value}


def as_text(data: ResumeData) -> str:
    """The same in plain lines."""
    out = [data.name, data.label, " · ".join(data.contact), "", data.summary, ""]
    for title, blocks in sections_of(data):
        out += [title.upper(), ""]
        for block in blocks:
            out.append(" | ".join(part for part in (block.title, block.place, block.dates) if part))
            out += [f"- {line}" for line in block.lines]
            out += [_("Proof: %(address)s") % {"address": block.receipt}] if block.receipt else []
            out.append("")
    if data.skills:
        out += [_("Skills").upper(), "", ", ".join(name for name, _titles in data.skills), ""]
    if data.letters:
        out += [_("Letters").upper(), ""]
        for one in data.letters:
            out += [one.text, one.by, _("Check it: %(address)s") % {"address": one.receipt}, ""]
    text = "\n".join(out)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip() + "\n"


def sections_of(data: ResumeData) -> list[tuple[str, list[Block]]]:
    """The lists of it that have something, each with its title."""
    found = [(_("Projects, proved"), data.proved), (_("Work"), data.work), (_("Education"), data.education)]
    return [(title, blocks) for title, blocks in found if blocks]


def for_print(data: ResumeData) -> dict[str, Any]:
    """What the printer's templates read."""
    sections = [
        {"title": title, "blocks": [{**asdict(block), "dates": block.dates} for block in blocks]}
        for title, blocks in sections_of(data)
    ]
    words = {"skills": _("Skills"), "letters": _("Letters"), "proof": _("Proof"), "check": _("Check it")}
    return {**asdict(data), "contact": data.contact, "sections": sections, "words": words}


def _proved(item: Any, it: ShownItem) -> Block:
    months = it.start_on.strftime("%Y-%m"), it.end_on.strftime("%Y-%m")
    return Block(it.title, it.for_whom, *months, lines_of(it), _at("public:evidence", item.public_id))


def _letter(letter: Any) -> Said:
    said = said_letter(letter)
    by = ", ".join(part for part in (said.signer, said.title, said.host) if part)
    return Said(said.letter, by, _at("public:letter", letter.public_id))


def _at(name: str, *args: str) -> str:
    return settings.SITE_URL + reverse(name, args=args)


def _said(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value}

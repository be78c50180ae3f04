"""Walking the site as somebody: every address there is for every thing there is, and every link on the way."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.files.models import Export, StoredFile
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application, Interview, ProjectInvitation
from firstfoot.market.moderation.models import Case
from firstfoot.market.organizations.models import Invitation, Organization
from firstfoot.market.projects.models import Project, ProofreadLink
from firstfoot.market.projects.scope import STEPS
from firstfoot.market.searches.models import SavedSearch
from firstfoot.proof.credentials.models import Credential, StatusList
from firstfoot.proof.network.models import Tie
from firstfoot.proof.pathways.models import FollowUp
from firstfoot.proof.portfolio.models import PersonPage, PortfolioItem, Recommendation
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.models import CourseCorrection, Deliverable, Engagement, HoursEntry, PartPay
from firstfoot.work.evaluations.models import Evaluation
from tests.access.work import WorkingWorld
from tests.house.matrix import rows
from tests.house.visitors import session_of

STEPS_OF = [step.code for step in STEPS]
NUMBERS = ["1", "2"]
LINK = re.compile(r'(?:href|src|action|hx-get|data-url)="(/[^"#]*)')


def ids(model: Any, field: str = "public_id") -> list[str]:
    return list(model.objects.order_by("pk").values_list(field, flat=True))


def addresses(world: WorkingWorld) -> list[str]:
    """Each address of the matrix that is read, for each thing of the world that it can be about."""
    projects, organizations, engagements = ids(Project), ids(Organization), ids(Engagement)
    people = [person.public_id for person in world.people.values()]
    corrections = CourseCorrection.objects.values_list("engagement__public_id", "public_id")
    hours = HoursEntry.objects.values_list("engagement__public_id", "public_id")
    threads = dict(Engagement.objects.values_list("thread", "public_id"))
    said = Post.objects.filter(thread__in=threads).values_list("thread", "public_id")
    messages = [(threads[thread], post) for thread, post in said]
    asking = dict(Application.objects.exclude(thread=None).values_list("thread", "public_id"))
    said = Post.objects.filter(thread__in=asking).values_list("thread", "public_id")
    asked = [(asking[thread], post) for thread, post in said]
    about: dict[str, list[tuple[str, ...]]] = {
        "organization": _each(organizations), "project": _each(projects), "engagement": _each(engagements),
        "application": _each(ids(Application)), "person": _each(people), "file": _each(ids(StoredFile)),
        "notice": _each(ids(Notice)), "mail": _each(ids(Mail)), "token": _each(ids(Invitation, "token")),
        "member": [(o, p) for o in organizations[:2] for p in people], "result": _each(ids(Deliverable)),
        "step": [(p, s) for p in projects for s in STEPS_OF], "correction": list(corrections), "hours": list(hours),
        "message": messages, "asked": asked, "around": [(e, p) for e in engagements[:2] for p in people],
        "part": [(e, n) for e in engagements for n in NUMBERS], "code": [("competitor_analysis",)],
        "part_pay": _each(ids(PartPay)), "appealed": _each(ids(Evaluation)), "follow_up": _each(ids(FollowUp)),
        "tie": _each(ids(Tie)), "item_file": [(one, "1") for one in ids(PortfolioItem)],
        "item": _each(ids(PortfolioItem)), "page": _each(ids(PersonPage, "slug")),
        "letter": _each(ids(Recommendation)), "look": [("plain",), ("side",)],
        "section": [("projects",), ("organizations",)], "nothing": [()],
        "nobody": [("someone.else",)],  # its address is a key: only who has the paper has it
        "credential": _each(ids(Credential)),
        "list": [(one.rstrip("/").rpartition("/")[2],) for one in ids(StatusList, "address")],
        "export": _each(ids(Export)), "proofread": _each(ids(ProofreadLink, "token")),
        "invited": _each(ids(ProjectInvitation, "token")), "interview": _each(ids(Interview)),
        "dispute": list(Dispute.objects.values_list("engagement__public_id", "public_id")),
        "judged": _each(ids(Dispute)),
        "case": _each(ids(Case)), "search": _each(ids(SavedSearch)), "stop": _each(ids(SavedSearch, "token")),
        "link": _each(world.links), "calendar": _each(world.calendars),
        "category": [("strategy",)], "skill": [("google-sheets",)],
        "kind": [("csv",)], "figures": [(str(clock.today().year), "csv")],
        "figures_of": [(one, "csv") for one in organizations],
        "adapter": [("csv",)], "year": [(str(clock.today().year),)],
        "begun": [(one, "competitor_analysis") for one in organizations],
    }  # fmt: skip
    names = sorted({row.name for row in rows() if row.method == "GET"})
    change = reverse("work:agreement", args=[world.work["amending"].public_id]) + "?version=2"
    return [change, *(reverse(name, args=args) for name in names for args in about[_kind(name)])]


def _each(found: list[str]) -> list[tuple[str, ...]]:
    return [(one,) for one in found]


def _kind(name: str) -> str:
    """What an address is about."""
    where, _, page = name.partition(":")
    if where == "work":
        parts = {
            "list": "nothing",
            "check_in": "part",
            "deliverable": "part",
            "plan_step": "part",
            "showing_file": "part",
            "correction": "correction",
            "hours_entry": "hours",
            "messages": "nothing",
            "message": "message",
            "message_report": "message",
            "message_before": "message",
            "person_report": "around",
            "dispute": "dispute",
        }
        return parts.get(page, "engagement")
    special = {
        "people:file": "file", "people:file_shown": "file", "people:file_text": "file",
        "people:export": "export", "people:known_ask": "person", "people:alumni": "organization",
        "hosts:bench": "organization",
        "people:known_answer": "tie", "people:tie": "tie",
        "people:notice": "notice", "people:invitation": "token",
        "stewards:person": "person", "stewards:result": "result", "hosts:member_remove": "member",
        "stewards:part_pay": "part_pay",
        "stewards:appeal": "appealed", "talent:suited_me": "engagement", "talent:came_of": "follow_up",
        "hosts:brief_step": "step", "hosts:members": "organization", "hosts:brief_preview": "project",
        "hosts:applicants": "project", "hosts:applicant": "application", "talent:application": "application",
        "talent:apply": "project", "talent:fit": "project", "public:starter": "code", "hosts:figures": "project",
        "public:ledger_file": "kind", "talent:figures_file": "kind", "stewards:figures_file": "figures",
        "hosts:host_figures": "organization", "hosts:host_figures_projects": "organization",
        "hosts:host_figures_file": "figures_of",
        "hosts:project_questions": "begun", "public:proofread": "proofread",
        "hosts:review_questions": "project", "hosts:review_compare": "project", "hosts:rubric": "project",
        "public:project_report": "project", "public:would_sign": "project", "stewards:case": "case",
        "hosts:found_people": "project",
        "hosts:invite_people": "project", "hosts:poster": "project", "hosts:poster_pdf": "project",
        "public:project_ask": "project", "public:invited": "invited", "hosts:interview_calendar": "interview",
        "hosts:applicant_report": "application", "hosts:applicant_message_report": "asked",
        "talent:message_report": "asked",
        "talent:interview_calendar": "interview", "public:sitemap_of": "section",
        "public:category": "category", "public:skill": "skill",
        "hosts:pay_export": "adapter", "hosts:pay_year": "year", "talent:pay_year": "year",
        "stewards:dispute": "judged", "stewards:dispute_record": "judged",
        "talent:portfolio_item": "engagement", "public:shown_item": "item", "public:evidence": "item",
        "public:shown_file": "item_file", "public:page_report": "page",
        "public:item_report": "item",
        "talent:resume_paper": "look",
        "public:letter": "letter", "public:letter_pdf": "letter", "public:person": "page", "public:person_card": "page",
        "public:confirmation": "nobody",
        "public:credential": "credential", "stewards:credential": "credential", "public:revocations": "list",
        "public:revocations_token": "list",
        "public:search": "search", "public:search_stop": "stop", "bymail:act": "link", "people:calendar": "calendar",
    }  # fmt: skip
    if name in special:
        return special[name]
    for word in ("organization", "project"):
        if page in {word, f"{word}_pdf", f"{word}_edit"}:
            return word
    return "nothing"


class Reader:
    """One person, or nobody, reading; what a page writes is undone."""

    def __init__(self, world: WorkingWorld, name: str) -> None:
        self.name = name
        self.client = Client()
        if name != "anon":
            self.client.cookies[settings.SESSION_COOKIE_NAME] = session_of(world[name])

    def get(self, path: str, method: str = "get", **headers: str) -> Any:
        with transaction.atomic():
            response = getattr(self.client, method)(path, headers=headers or None)
            response.whole = b"".join(response.streaming_content) if response.streaming else response.content
            for close in response._resource_closers:  # response.close() would close the database, too
                close()
            transaction.set_rollback(True)
        return response

    def walk(self, starts: list[str], most: int) -> Iterator[tuple[str, Any]]:
        """The pages that links lead to from these, each once, at most so many; with their answers."""
        waiting, seen = list(starts), set(starts)
        while waiting and most:
            path = waiting.pop(0)
            response = self.get(path)
            most -= 1
            yield path, response
            for link in LINK.findall(text_of(response)):
                where = urlsplit(link.replace("&amp;", "&"))
                address = where.path + (f"?{where.query}" if where.query else "")
                if address not in seen and not address.startswith(("/static/", "/accounts/logout")):
                    seen.add(address)
                    waiting.append(address)


def text_of(response: Any) -> str:
    """All that went out: the words of the body, packed or not, and the headers."""
    said = "\n".join(f"{name}: {value}" for name, value in response.items())
    whole = response.whole if hasattr(response, "whole") else response.content
    if response["Content-Type"] == "application/zip" and response.status_code == 200:
        with zipfile.ZipFile(io.BytesIO(whole)) as packed:
            whole = b"\n".join(name.encode() + b"\n" + packed.read(name) for name in packed.namelist())
    return said + "\n" + whole.decode("utf-8", "replace")

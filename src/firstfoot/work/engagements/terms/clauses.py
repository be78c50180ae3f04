"""The library of clauses: what a choice of the host says in plain words, frozen with the terms."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.kernel.money import Money
from firstfoot.work.engagements.terms.sections import Section, section


def pay(terms: dict[str, Any]) -> Section:
    """The amount, until when it is paid, and what comes on top."""
    return section(
        "pay",
        _("Pay"),
        _("The host pays %(amount)s for the whole project.") % {"amount": Money(terms["pay_minor"], terms["currency"])},
        ngettext(
            "It is paid at most %(days)d day after the last required result is accepted.",
            "It is paid at most %(days)d days after the last required result is accepted.",
            terms["pay_within_days"],
        )
        % {"days": terms["pay_within_days"]},
        _("Each side records here when it was paid and when it arrived. This site holds no money."),
        terms["expenses"] and _("Expenses: %(text)s") % {"text": terms["expenses"]},
    )


def engaged_as(terms: dict[str, Any]) -> Section:
    """On which footing the intern works; agreements of before leave it open."""
    models = {
        "contractor": _("The intern works independently: decides how and when to work within what is agreed here, and "
                        "takes care of their own taxes and insurance."),
        "payroll": _("The host employs the intern for this work and pays through its payroll, with taxes and "
                     "contributions as the law asks."),
        "stipend": _("A program pays the intern a stipend for this work. The host pays the program, not the intern."),
        "credit": _("The work also counts for credit at the intern's school, as the program confirms."),
    }  # fmt: skip
    said = models.get(terms.get("engaged_as", ""))
    if not said:
        return {}
    return section(
        "engaged_as",
        _("On which footing"),
        said,
        _("Where the law gives the intern more than this text, the law holds."),
    )


def tools_and_ai(terms: dict[str, Any]) -> Section:
    """Whether AI tools may be used, and the tools of the work."""
    rules = {
        "free": _("AI tools may be used freely."),
        "disclose": _("AI tools may be used; the intern says where."),
        "ask_first": _("AI tools may be used after asking the supervisor."),
        "none": _("AI tools are not used in this work."),
    }
    return section(
        "tools",
        _("Tools and AI"),
        rules.get(terms["ai_use"], _("The intern asks the supervisor before using AI tools.")),
        terms["ai_note"],
        _("Tools: %(list)s") % {"list": ", ".join(terms["tools"])} if terms["tools"] else "",
    )


def showing(terms: dict[str, Any]) -> Section:
    """The right to show the work: one for all of it, and others for single results."""
    rights = {
        "full": _("The intern may show the finished work publicly, and say who it was for."),
        "redacted": _("The intern may show the finished work with names and figures of the host removed."),
        "on_request": _("The intern asks the host before showing the work; the host answers within 5 business days."),
        "none": _("The intern may say what they did and for whom, and does not show the work itself."),
    }
    single = {
        "full": _("%(title)s: may be shown publicly."),
        "redacted": _("%(title)s: may be shown with names and figures of the host removed."),
        "on_request": _("%(title)s: may be shown after asking the host."),
        "none": _("%(title)s: is not shown."),
    }
    right = rights.get(terms["portfolio"], rights["on_request"])
    others = [item for item in terms["deliverables"] if item.get("showing")]
    return section(
        "portfolio",
        _("Showing the work"),
        right,
        terms["portfolio_note"],
        _("For single results it is another right:") if others else "",
        items=[single[item["showing"]] % {"title": item["title"]} for item in others],
    )


def rights(terms: dict[str, Any]) -> Section:
    """Who owns the results, and what the intern brought along."""
    who = {
        "on_payment": _("Once the pay has arrived, the accepted results belong to the host, which may use, change and "
                        "publish them without limit."),
        "license": _("The results stay the intern's. Once the pay has arrived, the host may use, change and publish "
                     "the accepted results without limit."),
        "open": _("Once the pay has arrived, anyone may use, change and share the accepted results and names the "
                  "intern, as the license CC BY 4.0 says."),
    }  # fmt: skip
    before = _("Once the pay has arrived, the host may use, change and publish the accepted results without limit.")
    return section(
        "rights",
        _("Who owns the results"),
        who.get(terms.get("rights", ""), before),
        _("What the intern brought along stays the intern's; the host may use it as part of the results."),
    )


def confidence(terms: dict[str, Any]) -> Section:
    """What is kept between the two, and until when."""
    return section(
        "confidence",
        _("What stays between us"),
        _("Each side keeps to itself what the other marked as confidential, and personal data of anyone."),
        _("At the end the intern deletes or returns what the host asks for. Speaking up about harm is always allowed."),
        *_end_of_confidence(terms),
    )


def _end_of_confidence(terms: dict[str, Any]) -> list[str]:
    """When it ends, and that nobody is kept from other work; agreements of before say neither."""
    years = terms.get("confidential_years")
    if not years:
        return []
    ends = ngettext(
        "This ends %(years)d year after the last day.", "This ends %(years)d years after the last day.", years
    )
    return [ends % {"years": years}, _("Nothing here keeps the intern from working for anybody else, then or later.")]

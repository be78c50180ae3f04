"""The agreement: reading it, signing it, proposing other terms."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.foundation.phrases import zone_text
from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.confirming import confirmed
from firstfoot.web.shared.paper import on_paper
from firstfoot.web.shared.requests import PersonRequest, whole_number
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.work.diff import Row, changes_of, diff_of, figures_of
from firstfoot.web.work.forms.agreement import DeclineForm, SignForm
from firstfoot.web.work.forms.kickoff import ChooseForm, KickoffForm
from firstfoot.web.work.forms.terms import TermsForm
from firstfoot.web.work.views.kickoff import choice_beside, choose_beside, offer_beside, times_beside
from firstfoot.web.work.words import AGREEMENT
from firstfoot.web.work.workspace import Turn, Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import counter_agreement, extend_signing, sign_agreement
from firstfoot.work.engagements.queries import agreements_of, floor_of, settled_results
from firstfoot.work.engagements.states import AMENDABLE
from firstfoot.work.engagements.terms import amended


@login_required
@require_safe
def agreement(request: PersonRequest, public_id: str) -> HttpResponse:
    """The version that stands, or the one asked for with ?version=; both sides read the same text."""
    ws = open_workspace(request, public_id)
    return agreement_page(request, ws, wanted=request.GET.get("version", ""))


agreement_pdf = on_paper(agreement)


@login_required
@require_POST
@confirmed
def sign(request: PersonRequest, public_id: str) -> HttpResponse:
    """Sign the text that was shown; another one on the table by now is said."""
    ws = open_workspace(request, public_id)
    form, times = SignForm(request.POST, signer=request.user.formal_name), times_beside(ws, request.POST)
    choice = choice_beside(ws, request.POST)
    if not all([form.is_valid(), times is None or times.is_valid(), choice is None or choice.is_valid()]):
        return agreement_page(request, ws, status=422, form=form, times=times, choice=choice)
    data = form.cleaned_data
    version = sign_agreement(
        agreement_id=newest_of(ws).pk, content_hash=data["content_hash"], typed_name=data["typed_name"],
        actor=request.user,
    )  # fmt: skip
    offer_beside(request, ws, times)
    choose_beside(request, ws, choice)
    done = version.state == "signed"
    messages.success(
        request, _("Signed by both. A copy is on its way to each of you.") if done else _("You have signed.")
    )
    return redirect("work:engagement" if done else "work:agreement", public_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def counter(request: PersonRequest, public_id: str) -> HttpResponse:
    """Propose other terms as the next version."""
    ws = open_workspace(request, public_id)
    version = newest_of(ws)
    if version.state != "proposed":
        raise IllegalTransition("other_version")
    bounds = bounds_of(ws) if version.amends else {}
    if request.method != "POST":
        form = TermsForm(terms=version.terms, initial={"seen": version.version, "number": version.number}, **bounds)
        return work_page(request, ws, "counter", "agreement", form=form, version=version)
    require(ws.standing.sign())
    form = TermsForm(request.POST, terms=version.terms, floor_minor=floor_of(ws.engagement), **bounds)
    if not form.is_valid() and not (form.repeats and _is_older(form, version)):
        return work_page(request, ws, "counter", "agreement", 422, form=form, version=version)
    try:
        _counter(version, form, request)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        return both_texts(request, newest_of(ws).terms, form)
    messages.success(request, _("Proposed as a new version. Both of you sign that one."))
    return redirect(address_of(ws))


@login_required
@require_POST
def extend(request: PersonRequest, public_id: str) -> HttpResponse:
    """Give both sides five more business days."""
    ws = open_workspace(request, public_id)
    extend_signing(agreement_id=newest_of(ws).pk, actor=request.user)
    messages.success(request, _("Both sides have five more business days."))
    return redirect("work:agreement", public_id)


def _counter(version: Any, form: TermsForm, request: PersonRequest) -> None:
    if _is_older(form, version):
        raise Conflict("changed")
    counter_agreement(
        agreement_id=version.pk, seen=form.cleaned_data["seen"], changes=form.changes(),
        note=form.cleaned_data["note"], actor=request.user,
    )  # fmt: skip


def _is_older(form: TermsForm, version: Any) -> bool:
    """Whether the terms were written against a version that was countered since."""
    return form.cleaned_data.get("number") not in {None, version.number}


def both_texts(request: PersonRequest, stands: dict[str, Any], form: TermsForm) -> HttpResponse:
    """409: where the terms that were typed differ from those on the table now."""
    known = {item["number"] for item in stands["deliverables"]}
    changes = form.changes()
    changes["deliverables"] = [item for item in changes["deliverables"] if item["number"] in known]
    rows = diff_of(stands, amended(stands, changes))
    mine = [f"{row.label}: {row.after}" for row in rows]
    theirs = [_("The terms moved while you wrote."), *(f"{row.label}: {row.before}" for row in rows)]
    return conflict(request, "\n".join([*mine, form.cleaned_data["note"]]), "\n".join(theirs), request.path)


def bounds_of(ws: Workspace) -> dict[str, Any]:
    """What an amendment leaves alone: results that are handed in or accepted, and the first day of work that began."""
    return {"settled": settled_results(ws.engagement), "has_started": ws.has_started}


def newest_of(ws: Workspace) -> Any:
    """The version proposed last, whatever became of it."""
    versions = list(agreements_of(ws.engagement))
    if not versions:
        raise Http404
    return versions[-1]


def agreement_page(
    request: PersonRequest,
    ws: Workspace,
    *,
    wanted: str = "",
    status: int = 200,
    form: SignForm | None = None,
    no: DeclineForm | None = None,
    times: KickoffForm | None = None,
    choice: ChooseForm | None = None,
) -> HttpResponse:
    """One version, with the forms as they were typed."""
    versions = list(agreements_of(ws.engagement))
    version = _chosen(versions, wanted)
    signatures = {one.side: one for one in version.signatures.all()}
    before = next((v for v in versions if v.number == (version.amends or version.number - 1)), None)
    waiting = next((v for v in versions if v.state == "proposed"), None)
    may_sign = version.state == "proposed" and ws.side not in signatures and bool(ws.standing.sign())
    context = {
        "version": version,
        "badge": AGREEMENT[version.state],
        "versions": [{"version": v, "badge": AGREEMENT[v.state]} for v in versions],
        "host_signature": signatures.get("host"),
        "intern_signature": signatures.get("intern"),
        "diff": _diff(before, version),
        "figures": figures_of(before.terms, version.terms) if before and version.amends else [],
        "waiting": waiting if waiting is not None and waiting.number != version.number else None,
        "may_amend": version.state == "signed" and waiting is None and _may_amend(ws),
        "decline_form": (no or DeclineForm(initial={"number": version.number})) if _is_theirs(ws, version) else None,
        "may_withdraw": _is_open_amendment(ws, version) and version.proposed_side == ws.side,
        "before": before,
        "form": (form or _sign_form(request, version)) if may_sign else None,
        "may_sign": may_sign,
        "times_form": (times or times_beside(ws)) if may_sign and not version.amends else None,
        "choice_form": (choice or choice_beside(ws)) if may_sign and not version.amends else None,
        "zone": zone_text(),
        "may_change": version.state == "proposed" and bool(ws.standing.sign()),
        "turn": _turn(ws, version, signatures),
    }
    return work_page(request, ws, "agreement", "agreement", status, **context)


def _diff(before: Any, version: Any) -> list[Row]:
    if version.amends:
        return changes_of(version)
    return diff_of(before.terms, version.terms) if before else []


def _may_amend(ws: Workspace) -> bool:
    return ws.engagement.state in AMENDABLE and bool(ws.standing.sign())


def _is_open_amendment(ws: Workspace, version: Any) -> bool:
    return bool(version.amends) and version.state == "proposed" and bool(ws.standing.sign())


def _is_theirs(ws: Workspace, version: Any) -> bool:
    return _is_open_amendment(ws, version) and version.proposed_side != ws.side


def address_of(ws: Workspace) -> str:
    """Where the version proposed last is read."""
    return reverse("work:agreement", args=[ws.engagement.public_id]) + f"?version={newest_of(ws).number}"


def _sign_form(request: PersonRequest, version: Any) -> SignForm:
    return SignForm(initial={"content_hash": version.content_hash}, signer=request.user.formal_name)


def _chosen(versions: list[Any], wanted: str) -> Any:
    if (number := whole_number(wanted)) is not None:
        found = [v for v in versions if v.number == number]
        if not found:
            raise Http404
        return found[0]
    signed = [v for v in versions if v.state == "signed"]
    return (signed or versions)[-1]


def _turn(ws: Workspace, version: Any, signatures: dict[str, Any]) -> Turn | None:
    if version.state != "proposed":
        return None
    by = {"host": version.sign_by_host_at, "intern": version.sign_by_intern_at}
    own_side_open = ws.side not in signatures
    if own_side_open and ws.standing.sign():
        if version.amends:
            return Turn(_("Read what changes, then sign, say no, or propose other terms"), True, by[ws.side])
        return Turn(_("Read it, then sign or propose other terms"), True, by[ws.side])
    if own_side_open:
        return Turn(_("An owner or recruiter signs for the host"), False, by["host"])
    other = "intern" if ws.side == "host" else "host"
    return Turn(_("%(who)s signs next") % {"who": ws.other}, False, by[other])

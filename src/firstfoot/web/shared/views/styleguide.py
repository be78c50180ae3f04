"""The style guide: every component in every state, for those who build and those who check."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.kernel import clock
from firstfoot.kernel.money import Money
from firstfoot.web.shared import charts, drawings
from firstfoot.web.shared.door import HUES, door

PARTS = ("basics", "project", "forms", "desk", "work", "talk", "brief", "places")


class SampleForm(forms.Form):
    """One field of each kind; the texts are samples and are not translated."""

    why = forms.CharField(
        label="Why this project?", help_text="Two or three sentences are plenty.", widget=forms.Textarea,
        error_messages={"required": "Tell us why this project interests you"},
    )  # fmt: skip
    when = forms.ChoiceField(
        label="When can you work?", widget=forms.RadioSelect, initial="am",
        choices=[("am", "Weekday mornings"), ("pm", "Weekday evenings"), ("we", "Weekends")],
        error_messages={"required": "Choose when you can work"},
    )  # fmt: skip
    tools = forms.MultipleChoiceField(
        label="Tools you know", widget=forms.CheckboxSelectMultiple, required=False,
        choices=[("figma", "Figma"), ("sql", "Basic SQL"), ("sheets", "Spreadsheets")],
    )  # fmt: skip
    link = forms.URLField(
        label="A link that shows how you work", help_text="A repo, a write-up, a video.", required=False
    )
    start = forms.DateField(label="Earliest start", widget=forms.DateInput(attrs={"type": "date"}))
    hours = forms.IntegerField(label="Hours a week", help_text="10 were agreed.", min_value=1, max_value=40)
    zone = forms.ChoiceField(label="Time zone", choices=[("UTC", "UTC"), ("Europe/Lisbon", "Lisbon")])
    sample = forms.FileField(
        label="Work sample", required=False, help_text="PDF or image, at most 5 MB.",
        widget=forms.ClearableFileInput(attrs={"data-max-bytes": 5_000_000, "data-too-large": "At most 5 MB."}),
    )  # fmt: skip
    share = forms.BooleanField(
        label="Share my profile with Kelp & Co for this application",
        error_messages={"required": "Agree to share your profile, so that they can read it"},
    )


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Open to stewards, and to all on a development or demo installation."""
    open_to_all = settings.DEBUG or getattr(settings, "DEMO", False)
    if not (open_to_all or getattr(request.user, "is_steward", False)):
        raise Http404
    return render(request, "shared/styleguide.html", samples())


def samples() -> dict[str, Any]:
    """What the parts of the guide show."""
    now = clock.now()
    wrong = SampleForm({"wrong-hours": "70", "wrong-link": "not a link", "wrong-zone": "UTC"}, prefix="wrong")
    return {
        "parts": [f"shared/guide/{part}.html" for part in PARTS],
        "fresh": SampleForm(prefix="fresh"),
        "wrong": wrong,
        "pay": Money(72000, "USD"),
        "odd_pay": Money(1250, "EUR"),
        "late": now - timedelta(days=3),
        "soon": now + timedelta(hours=20),
        "later": now + timedelta(days=9),
        "doors": [(hue, door(0.22, hue, "door s")) for hue in HUES],
        "drawings": drawings.NAMES,
        "page": Paginator(range(200), 10).page(5),
        "trend": [2, 4, 3, 6, 5, 8],
        "hours": charts.bars(
            "Hours by week",
            [
                charts.Bar("Week 1", 9.5),
                charts.Bar("Week 2", 4, "4"),
                charts.Bar("Week 3", None),
                charts.Bar("Week 4", None),
            ],
            goal=10,
            goal_label="10 agreed",
        ),
        "funnel": charts.funnel(
            "How far applications got",
            [
                charts.Bar("Applied", 24),
                charts.Bar("Shortlisted", 9, "9 · 38%"),
                charts.Bar("Accepted", None, "not shown"),
            ],
        ),
        "sampler": ["ok", "warn", "bad", "info", "tag", "lamp", "line"],
    }

"""Whether a PDF is one of ours, and unchanged."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from firstfoot.web.shared.paper.seal import seal_of

MOST_BYTES = 2_000_000


class PaperForm(forms.Form):
    """One PDF; it is read and forgotten."""

    paper = forms.FileField(
        label=_("The PDF"), widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={"required": _("Choose the PDF to check."), "empty": _("This file is empty.")},
        help_text=_("Up to 2 MB. It is looked at and forgotten: nothing is kept."),
    )  # fmt: skip

    def clean_paper(self) -> Any:
        paper = self.cleaned_data["paper"]
        if paper.size > MOST_BYTES:
            raise forms.ValidationError(_("No paper of ours is larger than 2 MB, so this is none."))
        return paper


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper_check(request: HttpRequest) -> HttpResponse:
    """Is this PDF ours? By its seal, which any changed byte breaks; sending it changes nothing."""
    if request.method != "POST":
        return render(request, "public/paper_check.html", {"form": PaperForm()})
    form = PaperForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "public/paper_check.html", {"form": form}, status=422)
    seal = seal_of(form.cleaned_data["paper"].read())
    name = form.cleaned_data["paper"].name
    return render(request, "public/paper_check.html", {"form": PaperForm(), "asked": name, "seal": seal})

"""Suggestions while somebody types a skill; the vocabulary is open to all."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from firstfoot.market.vocabulary.queries import suggestions

LONGEST_TYPED = 60  # letters of a beginning that are looked at
KEPT_SECONDS = 300


@require_safe
def skill_suggestions(request: HttpRequest) -> JsonResponse:
    """At most eight names of skills that begin with `q`; a program may keep the answer for some minutes."""
    typed = request.GET.get("q", "")[:LONGEST_TYPED]
    response = JsonResponse({"skills": suggestions(typed)})
    patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
    return response

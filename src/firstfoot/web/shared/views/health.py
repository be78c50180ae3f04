"""Two answers for machines: is the process alive, and should requests be sent to it?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from firstfoot.reactions.health import signs


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is looked at."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when database, migrations, disk and worker are well; else 503, with a reason for each."""
    found = signs()
    is_ready = all(sign.is_well for sign in found)
    body = {
        "ready": is_ready,
        "signs": {sign.name: sign.code or "ok" for sign in found},
    }
    return JsonResponse(body, status=200 if is_ready else 503)

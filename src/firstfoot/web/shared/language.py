"""The language of a page: the one chosen before, else the best of those that the browser asks for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

type Answer = Callable[[HttpRequest], HttpResponseBase]


def reader_language(get_response: Answer) -> Answer:
    """Speak the reader's language. Addresses hold none here, so none is looked for in them."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        language = translation.get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language  # as Django's own middleware names it
        response = get_response(request)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", translation.get_language() or language)
        return response

    return answer

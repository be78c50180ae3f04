"""What is called wrong in an assessment, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

_PARTS = {
    "went_well": _("What went well"), "do_differently": _("What they would do differently"),
    "quote": _("The sentence for the completion page"),
}  # fmt: skip


def part_label(evaluation: Any) -> Any:
    """The name of a text; a mark is called by its code."""
    code = evaluation.appeal_part
    return _PARTS.get(code) or _("The mark for “%(what)s”") % {"what": code}


def said_there(evaluation: Any) -> str:
    """The statement itself."""
    code = evaluation.appeal_part
    mark = evaluation.marks.get(code)
    return f"{mark} / 4" if mark else str(getattr(evaluation, code, ""))

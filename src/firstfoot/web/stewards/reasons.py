"""Why something about the vocabulary is refused, as a steward reads it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "word_known": _("This word is read as a skill already, or a steward decided about it."),
    "no_such_skill": _("One of the two is no skill that stands for itself."),
    "merged_into_it": _("Another skill counts as this one. Take that back first."),
    "others_point_here": _("Other words are read as this skill. Take those back first."),
    "counted_lately": _(
        "It was counted in the last four weeks. Two counts a few days apart would tell what one person said."
    ),
    "not_undone": _("An import is not taken back. Merge or leave single skills."),
}

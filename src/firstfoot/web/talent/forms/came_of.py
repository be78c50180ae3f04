"""What came of a piece of work, months later."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

WITH_HOST = [
    ("full_time", _("A full job with them")), ("part_time", _("A job with them for part of the week")),
    ("internship", _("An internship with them")), ("interview", _("An interview with them")),
    ("again", _("Another project with them")), ("in_touch", _("We are in touch")), ("nothing", _("Nothing with them")),
]  # fmt: skip
DOING = [
    ("works_in_it", _("I work in what I tried there")), ("works_elsewhere", _("I work in something else")),
    ("own_business", _("I work for myself")), ("studies", _("I study or train")), ("looks", _("I look for work")),
    ("something_else", _("Something else")),
]  # fmt: skip


class CameOfForm(forms.Form):
    """Two taps."""

    with_host = forms.ChoiceField(
        label=_("What came of it with them?"), choices=WITH_HOST, widget=forms.RadioSelect(attrs={"class": "rows"}),
        help_text=_("Choose the first that is true."), error_messages={"required": _("Choose one.")},
    )  # fmt: skip
    doing = forms.ChoiceField(
        label=_("What do you do now?"), choices=DOING, widget=forms.RadioSelect(attrs={"class": "rows"}),
        error_messages={"required": _("Choose one.")},
    )  # fmt: skip

"""How it was: a mark for each question, skills tied to what shows them, where the intern stands, words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.assessment_words import ASKED, COMPETENCIES, part_label
from firstfoot.web.shared.fit_words import FITS, SUITS
from firstfoot.web.work.forms.fields import TextField, TilesField
from firstfoot.web.work.words import NOT_SEEN, SCALE

_AGAIN = {"yes": gettext_lazy("Yes"), "no": gettext_lazy("Rather not")}
_TEXTS = ("went_well", "do_differently", "quote")


class EvaluationForm(forms.Form):
    """A mark for each question, and what the other side reads; `seen` is the digest of what it was made from."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    went_well = TextField(label=gettext_lazy("What went well"), rows=3, max_length=3000)
    do_differently = TextField(
        label=gettext_lazy("What you would do differently"), rows=3, max_length=3000, required=False
    )
    would_again = TilesField(label=gettext_lazy("Would you work together again?"), among=_AGAIN)
    quote = forms.CharField(
        label=gettext_lazy("One sentence for the completion page"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Shown with your name, where the intern shows the page."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, codes: Sequence[str], skills: Sequence[str] = (), criteria: Sequence[Any] = (),
        asks_intern: bool = False, before: Mapping[str, int] | None = None, **options: Any,
    ) -> None:  # fmt: skip
        """`skills` with the met `criteria` that may show them are asked of the host; `asks_intern` asks where the
        intern stands now (beside `before`) and what suited them."""
        super().__init__(*args, **options)
        self.codes, self.before = codes, before or {}
        self.skills = list(skills) if criteria else []
        self.asks_intern = asks_intern
        may_pass = not COMPETENCIES.keys().isdisjoint(codes)
        for code in codes:
            label, hint = ASKED[code]
            among = {**SCALE, 0: NOT_SEEN} if may_pass else SCALE
            self.fields[f"mark_{code}"] = TilesField(
                label=label, help_text=hint, among=among,
                error_messages={"required": _("Give a mark: %(question)s") % {"question": label}},
            )  # fmt: skip
        shown_by = [("", _("Not seen here")), *((_key(one), _by_criterion(one)) for one in criteria)]
        for place, skill in enumerate(self.skills):
            self.fields[f"skill_{place}"] = forms.ChoiceField(label=skill, choices=shown_by, required=False)
        if asks_intern:
            self._ask_intern()

    def _ask_intern(self) -> None:
        for code, one in COMPETENCIES.items():
            at_start = self.before.get(code)
            hint = _("At the start you said: %(level)s") % {"level": SCALE[at_start]} if at_start else one.meaning
            self.fields[f"now_{code}"] = TilesField(label=one.name, help_text=hint, among=SCALE, required=False)
        for code, (label, hint) in FITS.items():
            self.fields[f"fit_{code}"] = TilesField(label=label, help_text=hint, among=SUITS, required=False)

    def drafted(self) -> None:
        """A draft may lack anything."""
        for field in self.fields.values():
            field.required = False

    def mark_fields(self) -> Iterator[Any]:
        return (self[f"mark_{code}"] for code in self.codes)

    def skill_fields(self) -> list[Any]:
        return [self[f"skill_{place}"] for place in range(len(self.skills))]

    def now_fields(self) -> list[Any]:
        return [self[f"now_{code}"] for code in COMPETENCIES] if self.asks_intern else []

    def fit_fields(self) -> list[Any]:
        return [self[f"fit_{code}"] for code in FITS] if self.asks_intern else []

    def text_fields(self) -> Iterator[Any]:
        return (self[name] for name in ("went_well", "do_differently", "would_again", "quote"))

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        again = {"yes": True, "no": False}.get(data.get("would_again", ""))
        texts = {name: data.get(name, "") for name in _TEXTS}
        more: dict[str, Any] = {}
        if self.skills:
            given = {skill: data.get(f"skill_{place}") for place, skill in enumerate(self.skills)}
            more["skills"] = {skill: shown_by for skill, shown_by in given.items() if shown_by}
        if self.asks_intern:
            more |= {"self_after": self._levels("now", COMPETENCIES), "fit": self._levels("fit", FITS)}
        return {"marks": self._levels("mark", self.codes), "would_again": again, **texts, **more}

    def _levels(self, kind: str, codes: Iterable[str]) -> dict[str, int]:
        data = self.cleaned_data
        return {code: int(data[f"{kind}_{code}"]) for code in codes if data.get(f"{kind}_{code}")}


def initial_of(evaluation: Any, skills: Sequence[str]) -> dict[str, Any]:
    """What the form begins with: the side's assessment as it stands."""
    again = {True: "yes", False: "no", None: ""}[evaluation.would_again]
    kinds = (("mark", evaluation.marks), ("now", evaluation.self_after), ("fit", evaluation.fit))
    levels = {f"{kind}_{code}": level for kind, given in kinds for code, level in given.items()}
    shown = {f"skill_{place}": evaluation.skills.get(skill, "") for place, skill in enumerate(skills)}
    texts = {name: getattr(evaluation, name) for name in _TEXTS}
    return {**texts, **levels, **shown, "would_again": again, "seen": evaluation.digest}


def _key(criterion: Any) -> str:
    return f"{criterion.deliverable.number}.{criterion.number}"


def _by_criterion(criterion: Any) -> str:
    return f"{criterion.deliverable.title}: {criterion.text}"


class SelfForm(forms.Form):
    """Where the intern sees themselves before the work."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for code, one in COMPETENCIES.items():
            self.fields[code] = TilesField(label=one.name, help_text=one.meaning, among=SCALE, required=False)

    def levels(self) -> dict[str, int]:
        return {code: int(level) for code, level in self.cleaned_data.items() if level}


class ReplyForm(forms.Form):
    """The one answer to an assessment."""

    reply = TextField(label=gettext_lazy("Your answer"), rows=3, max_length=2000)


class AppealForm(forms.Form):
    """Which statement is wrong, and how one can see it."""

    part = forms.ChoiceField(label=gettext_lazy("Which statement is wrong?"))
    words = TextField(
        label=gettext_lazy("What is right, and where it can be seen"), rows=3, max_length=2000,
        help_text=gettext_lazy("A fact, not an opinion: a date, a result, a message. A steward reads the record."),
    )  # fmt: skip

    def __init__(self, *args: Any, parts: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["part"].choices = [("", _("Choose")), *((part, part_label(part)) for part in parts)]  # type: ignore[attr-defined]

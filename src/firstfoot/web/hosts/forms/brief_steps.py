"""The forms of the brief builder, one for each step, in the words a host reads."""

from __future__ import annotations

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from firstfoot.market.projects.brief import (
    AI_RULES,
    BY_ADDRESS,
    CATEGORIES,
    CONFIDENTIAL_YEARS,
    LANGUAGES,
    PORTFOLIO_RIGHTS,
    RIGHTS,
    WITHOUT_PROGRAM,
    WORKPLACES,
    BriefDeliverable,
    Criterion,
    HostInput,
    OnboardingItem,
    Question,
)
from firstfoot.web.hosts.forms.brief_fields import (
    CountField,
    DayField,
    DraftForm,
    LineField,
    LinesField,
    OneNumber,
    OneOf,
    TextField,
)
from firstfoot.web.hosts.forms.brief_rows import RowSpec
from firstfoot.web.shared import brief_words

CHECK_INS = [(3, _("Every 3 days")), (7, _("Every week")), (14, _("Every 2 weeks"))]
REPLIES = [
    (n, ngettext_lazy("Within %(n)d business day", "Within %(n)d business days", "n") % {"n": n}) for n in (1, 2, 3, 5)
]

YEARS = [
    (n, ngettext_lazy("%(n)d year after the last day", "%(n)d years after the last day", "n") % {"n": n})
    for n in CONFIDENTIAL_YEARS
]


def _choices(codes: tuple[str, ...], words: dict[str, str | Promise]) -> list[tuple[str, str | Promise]]:
    return [(code, words[code]) for code in codes]


class ResultForm(DraftForm):
    title = forms.CharField(
        label=_("Title"), max_length=140,
        help_text=_("What will be there at the end, not a job title. “A spring content calendar for our bakery”."),
    )  # fmt: skip
    category = forms.ChoiceField(
        label=_("Kind of work"),
        choices=[("", _("Choose one")), *_choices(CATEGORIES, brief_words.CATEGORIES)],
        widget=forms.Select(attrs={"class": "medium"}),
    )
    outcome = TextField(
        label=_("The result, in one sentence"), rows=2, max_length=400,
        help_text=_("What exists at the end, who uses it, and for what."),
    )  # fmt: skip
    problem = TextField(
        label=_("Why you need it"),
        help_text=_("What is going on now, and what it costs you. A few sentences are enough."),
    )
    audience = TextField(label=_("Who uses the result"), rows=2, max_length=600)


class ScopeForm(DraftForm):
    in_scope = LinesField(
        label=_("What belongs to it"),
        help_text=_("One thing a line. What the intern will do, in steps you can picture."),
    )
    out_of_scope = LinesField(
        label=_("What does not belong to it"),
        help_text=_("One thing a line. Name what people could wrongly expect: it protects both sides."),
    )


class DeliverablesForm(DraftForm):
    """Only rows."""


class CriterionRow(DraftForm):
    text = LineField(label=_("Done when"), placeholder=_("Each post has a date, a text and an image"))
    required = forms.BooleanField(label=_("Required"), required=False, initial=True)


class DeliverableRow(DraftForm):
    title = forms.CharField(label=_("What is handed in"), max_length=140)
    format = LineField(label=_("Format and size"), max_length=140, placeholder=_("A spreadsheet with 12 rows"))
    due_day = forms.IntegerField(
        label=_("Due on day"), min_value=1, max_value=400, initial=7,
        help_text=_("Counted from the start: 7 is the end of week 1."),
    )  # fmt: skip
    required = forms.BooleanField(label=_("The project needs this one"), required=False, initial=True)
    showing = forms.ChoiceField(
        label=_("May the intern show it?"), required=False,
        choices=[("", _("As all of the work")), *_choices(PORTFOLIO_RIGHTS, brief_words.PORTFOLIO_RIGHTS)],
    )  # fmt: skip

    def clean_due_day(self) -> int:
        return self.cleaned_data["due_day"] or 7


class InputsForm(DraftForm):
    equipment = TextField(
        label=_("Equipment"), rows=2, required=False,
        help_text=_("What the intern needs, and what you lend. Leave empty when any computer will do."),
    )  # fmt: skip


class InputRow(DraftForm):
    text = LineField(label=_("What you hand over"))
    by_day = forms.IntegerField(label=_("By day"), min_value=1, max_value=400, initial=1)

    def clean_by_day(self) -> int:
        return self.cleaned_data["by_day"] or 1


class PeopleForm(DraftForm):
    supervisor = forms.ChoiceField(
        label=_("Who guides the intern"), widget=forms.Select(attrs={"class": "medium"}),
        help_text=_("One person of your organization: answers questions, reviews the work, gives feedback."),
    )  # fmt: skip
    cover = forms.ChoiceField(
        label=_("Who answers when they are away"), required=False, widget=forms.Select(attrs={"class": "medium"})
    )
    supervision_hours = CountField(label=_("Hours a week for guidance"), most=40)
    reply_within_days = OneNumber(label=_("Questions are answered"), numbers=REPLIES)
    check_in_every_days = OneNumber(
        label=_("Check-ins"), numbers=CHECK_INS, help_text=_("Three taps and a note by each side.")
    )
    check_in_prompts = LinesField(
        label=_("Your own check-in questions"), required=False, rows=2, most=5, help_text=_("One a line.")
    )


class OnboardingRow(DraftForm):
    text = LineField(label=_("What is done"), max_length=200)
    side = forms.ChoiceField(
        label=_("Who does it"), choices=[("host", _("We do")), ("intern", _("The intern does"))], initial="host",
        widget=forms.Select,
    )  # fmt: skip
    required = forms.BooleanField(label=_("Needed before the work starts"), required=False, initial=True)

    def clean_side(self) -> str:
        return self.cleaned_data["side"] or "host"


class TimeForm(DraftForm):
    hours = CountField(label=_("Hours in all"), most=400, help_text=_("5 to 40 hours fit most projects."))
    weeks = CountField(label=_("Over how many weeks"), most=26)
    apply_by = DayField(label=_("Apply by"), help_text=_("The last day for applications."))
    start_from = DayField(label=_("Earliest start"))
    start_until = DayField(label=_("Latest start"), required=False)
    seats = CountField(label=_("People wanted"), most=20, help_text=_("Each does the whole project on their own."))
    workplace = OneOf(
        label=_("Where the work is done"), tiles=True, choices=_choices(WORKPLACES, brief_words.WORKPLACES)
    )
    place = forms.CharField(
        label=_("Place"), max_length=120, required=False, help_text=_("City or address. Needed unless it is remote.")
    )
    time_zone = forms.ChoiceField(label=_("Your time zone"), widget=forms.Select(attrs={"class": "medium"}))
    language = OneOf(
        label=_("Language of the work"), required=False, help_text=_("Where one language is needed every day."),
        choices=[("", _("Not said")), *_choices(LANGUAGES, brief_words.LANGUAGES)],
    )  # fmt: skip


class PayForm(DraftForm):
    pay_minor = forms.DecimalField(
        label=_("Pay for the whole project"), min_value=0, max_value=1_000_000, max_digits=10, decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
    )  # fmt: skip
    currency = forms.ChoiceField(label=_("Currency"), widget=forms.Select(attrs={"class": "short"}))
    engaged_as = OneOf(
        label=_("On which footing does the intern work?"), tiles=True, rows=True,
        choices=_choices(WITHOUT_PROGRAM, brief_words.ENGAGED_AS),
    )  # fmt: skip
    expenses = TextField(
        label=_("Expenses"), rows=2, required=False, max_length=600,
        help_text=_("What you pay on top, such as travel or a tool."),
    )  # fmt: skip
    pathway = TextField(
        label=_("What good work may lead to"), rows=2, required=False, max_length=600,
        help_text=_("Another project, an internship, a reference. Only what you mean."),
    )  # fmt: skip


class HowForm(DraftForm):
    skills = LinesField(
        label=_("Skills it takes"),
        rows=2,
        most=12,
        commas=True,
        suggests=True,
        help_text=_("In words, separated by commas. Three to five."),
    )
    tools = LinesField(label=_("Tools"), rows=2, most=12, commas=True, suggests=True, required=False)
    ai_use = OneOf(
        label=_("May AI tools be used?"), tiles=True, rows=True, choices=_choices(AI_RULES, brief_words.AI_RULES)
    )
    ai_note = forms.CharField(label=_("More about AI tools"), max_length=300, required=False)
    portfolio = OneOf(
        label=_("May the intern show the work?"), tiles=True, rows=True,
        choices=_choices(PORTFOLIO_RIGHTS, brief_words.PORTFOLIO_RIGHTS),
    )  # fmt: skip
    portfolio_note = forms.CharField(label=_("More about showing it"), max_length=300, required=False)
    rights = OneOf(
        label=_("Who owns the results?"), tiles=True, rows=True, choices=_choices(RIGHTS, brief_words.RIGHTS)
    )
    confidential_years = OneNumber(label=_("What is confidential stays so"), numbers=YEARS)
    hours_log = forms.BooleanField(
        label=_("The intern writes down the hours"), required=False,
        help_text=_("Both sides see them week by week, with what they come to an hour."),
    )  # fmt: skip


class QuestionsForm(DraftForm):
    visibility = OneOf(
        label=_("Who can find the project"), tiles=True, rows=True,
        choices=_choices(BY_ADDRESS, brief_words.VISIBILITIES),
    )  # fmt: skip


class QuestionRow(DraftForm):
    text = LineField(label=_("Question"))
    required = forms.BooleanField(label=_("Must be answered"), required=False, initial=True)
    minutes = CountField(
        label=_("Minutes, for a sample of work"), required=False, least=5, most=60,
        error_messages={
            "min_value": _("A sample takes at least 5 minutes. Leave it empty for a plain question."),
            "max_value": _("A sample takes 60 minutes at most: who works longer should be paid."),
        },
    )  # fmt: skip


CRITERIA = RowSpec(
    "criteria", CriterionRow, Criterion, 15, _("Accepted when"), _("Criterion"), _("Add a criterion"),
    _("What must be true before you accept it. Someone who was not there should be able to check it."),
)  # fmt: skip
DELIVERABLES = RowSpec(
    "deliverables", DeliverableRow, BriefDeliverable, 12, _("Deliverables"), _("Deliverable"), _("Add a deliverable"),
    _("What the intern hands in. One to three are plenty for a small project."), CRITERIA,
)  # fmt: skip
INPUTS = RowSpec(
    "inputs", InputRow, HostInput, 20, _("What you give the intern"), _("Item"), _("Add an item"),
    _("Files, logins, people to talk to, and the day of the project by which they are there."),
)  # fmt: skip
ONBOARDING = RowSpec(
    "onboarding", OnboardingRow, OnboardingItem, 20, _("Before the work starts"), _("Step"), _("Add a step"),
    _("A first meeting, access, two people to meet besides the supervisor, a small first win."),
)  # fmt: skip
QUESTIONS = RowSpec(
    "questions", QuestionRow, Question, 3, _("Questions to applicants"), _("Question"), _("Add a question"),
    _("Up to three. Ask how they think, never for free work. A sample of work takes an hour in all at most; everybody "
      "reads the minutes before they apply, and what they make stays theirs."),
)  # fmt: skip

FORMS: dict[str, type[DraftForm]] = {
    "result": ResultForm, "scope": ScopeForm, "deliverables": DeliverablesForm, "inputs": InputsForm,
    "people": PeopleForm,
    "time": TimeForm, "pay": PayForm, "how": HowForm, "questions": QuestionsForm,
}  # fmt: skip
ROWS: dict[str, tuple[RowSpec, ...]] = {
    "deliverables": (DELIVERABLES,), "inputs": (INPUTS,), "people": (ONBOARDING,), "questions": (QUESTIONS,),
}  # fmt: skip
# Fields that stand side by side.
PAIRS = (
    ("supervisor", "cover"), ("supervision_hours", "reply_within_days"), ("hours", "weeks"),
    ("start_from", "start_until"), ("place", "time_zone"), ("pay_minor", "currency"),
)  # fmt: skip

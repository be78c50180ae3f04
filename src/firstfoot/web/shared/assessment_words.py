"""What assessments ask, in words: eight competencies with what each level looks like, the rest, and their parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Competency:
    """A competency, and what is seen at each of the four levels."""

    name: Any
    meaning: Any
    levels: tuple[Any, Any, Any, Any]


COMPETENCIES: dict[str, Competency] = {
    "communication": Competency(
        _("Communication"),
        _("Says and writes things so that others can go on with them"),
        (
            _("Others had to ask what was meant, or heard of trouble late"),
            _("Clear when asked; did not always say by themselves how it stands"),
            _("Clear and in time, and asked when something was unclear"),
            _("Made hard things simple, and everybody knew where the work stood"),
        ),
    ),
    "thinking": Competency(
        _("Thinking it through"),
        _("Looks for facts, weighs them, and comes to an answer that holds"),
        (
            _("Took the first answer, or needed each step laid out"),
            _("Found the facts; needed help to see what follows from them"),
            _("Compared, gave reasons, and said where it was unsure"),
            _("Saw what nobody had asked, and tested their own answer"),
        ),
    ),
    "teamwork": Competency(
        _("Working together"),
        _("Takes feedback, gives it, and makes the work of others easier"),
        (
            _("Worked alone, or took feedback as an attack"),
            _("Listened, and changed what was asked for"),
            _("Asked for feedback, used it, and shared what helps others"),
            _("Brought people together, and the whole got better for it"),
        ),
    ),
    "professionalism": Competency(
        _("Reliability"),
        _("Keeps what is agreed, and treats time, people and information with care"),
        (
            _("Dates passed without a word, or agreements were forgotten"),
            _("Mostly kept dates; sometimes had to be reminded"),
            _("Kept dates, or said early that one would move and why"),
            _("One could forget about it: it was done, checked and handed over"),
        ),
    ),
    "technology": Competency(
        _("Tools and methods"),
        _("Chooses and uses the tools of the work well, and learns new ones"),
        (
            _("Tools got in the way of the work"),
            _("Used the tools shown to them"),
            _("Used them well, and learned what was missing quickly"),
            _("Found a better way, and left it so that others can use it"),
        ),
    ),
    "leadership": Competency(
        _("Taking the lead"),
        _("Sees what is missing, suggests a way, and carries it through"),
        (
            _("Waited to be told"),
            _("Suggested things; left it to others to begin"),
            _("Suggested a way and carried it through"),
            _("Others followed, and were glad of it"),
        ),
    ),
    "growth": Competency(
        _("Learning and growing"),
        _("Knows what they can and want, and gets better on purpose"),
        (
            _("Did not yet see what to work on"),
            _("Named what to learn when asked"),
            _("Set a goal, worked on it, and could say what came of it"),
            _("Sought the harder part on purpose, and grew visibly in it"),
        ),
    ),
    "inclusion": Competency(
        _("Respect and fairness"),
        _("Works well with people unlike themselves, and thinks of those the result is for"),
        (
            _("Saw their own way as the only one"),
            _("Polite to all; rarely thought of who was not in the room"),
            _("Asked for other views, and made the result usable for many"),
            _("Noticed who was left out, and did something about it"),
        ),
    ),
}

# What each side is asked about the other, from 1 to 4.
ASKED: dict[str, tuple[Any, Any]] = {
    **{code: (one.name, one.meaning) for code, one in COMPETENCIES.items()},
    "clarity": (_("Clarity"), _("You knew what was wanted")),
    "scope": (_("Scope"), _("The work was what the brief had said")),
    "support": (_("Support"), _("Someone helped when you needed it")),
    "feedback": (_("Feedback"), _("It came in time and you could use it")),
    "fairness": (_("Fairness"), _("Hours, pay and scope were as agreed")),
    "learning": (_("Learning"), _("You learned what you came for")),
    "welcome": (_("Welcome"), _("You felt part of it")),
    # What hosts were asked before there were eight competencies; it is still read.
    "reliability": (_("Reliability"), _("Kept dates, or said early that one would move")),
    "quality": (_("Quality"), _("The work was careful and usable")),
    "initiative": (_("Initiative"), _("Saw what was missing and suggested a way")),
    "tools": (_("Tools and methods"), _("Used them well, or learned them quickly")),
}
PARTS: dict[str, Any] = {
    "went_well": _("What went well"),
    "do_differently": _("What they would do differently"),
    "quote": _("The sentence for the completion page"),
}


def part_label(code: str) -> Any:
    """What a text or a mark of an assessment is called; "" for none."""
    return PARTS.get(code) or ASKED.get(code, ("",))[0]

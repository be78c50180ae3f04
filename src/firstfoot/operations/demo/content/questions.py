"""Public questions of the demo world, and whom its hosts invited to apply."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionSeed:
    """One question; without an answer it still waits."""

    project: str
    asker: str
    day: int  # after the project was posted; -1 is yesterday
    text: str
    answer: str = ""


QUESTIONS = (
    QuestionSeed(
        "brindle-calendar",
        "mei",
        1,
        "Do you have photos of the bread already, or do I take them?",
        "We have about 200 from the last two years, in a shared folder. New ones are not part of this; if a week needs"
        " one, tell Hugo and Ines takes it.",
    ),
    QuestionSeed("brindle-calendar", "lucia", -1, "Which accounts do the posts go to, and who answers comments?"),
    QuestionSeed(
        "tidewrack-market",
        "dwayne",
        2,
        "May I use figures from paid reports that my university library has?",
        "Yes, if the report allows it and you name it as the source. We need to be able to quote the figure ourselves.",
    ),
    QuestionSeed(
        "lanternfish-workshop",
        "zainab",
        1,
        "Will somebody try the workshop with real volunteers while I am there?",
        "Aoife runs it once with six volunteers in the third week, and you may watch by video.",
    ),
)

# The project, and who was asked to look at it.
INVITED = (("velden-carbon", "sam"), ("brindle-calendar", "elif"))

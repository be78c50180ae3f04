"""What fills the parts of the demo that nobody wrote by hand; the same each time."""

from __future__ import annotations

import re
import zlib

from firstfoot.market.projects.brief import BriefDeliverable
from firstfoot.operations.demo.content.schema import CheckIn, PersonSeed, ProjectSeed, Pulse, StorySeed, Version, Work

_OPENINGS = (
    "This is the version to review. I worked from what you handed over and noted where I had to guess.",
    "Read the first section first; the rest is there to check it by.",
    "Everything below was looked at twice, a day apart. What changed on the second look is marked.",
    "I kept this shorter than planned, since you said who will read it.",
)
_NOTES = (
    "Here it is. The one place I am unsure of is marked.",
    "Ready for your look. I would like to hear most about the second point.",
    "As agreed. It took a little longer than I thought, and I know why now.",
    "Done, with thanks to the colleagues who answered so fast.",
)
_COMMENTS = (
    "All there. The notes on where you guessed saved me half an hour.",
    "This is what I hoped for. I tried it at once and it held.",
    "Clear and complete. Your second point changed how I see it.",
    "Accepted. Keep the habit of saying what you left out, and why.",
    "Good work. I would only make the summary shorter next time.",
    "It does what we agreed. The detail on sources is better than ours.",
)
_INTERN_NOTES = (
    "On plan. Yesterday's talk cleared up two questions at once.",
    "The first part took longer, the second went faster. Even, so far.",
    "I know what comes next and have what I need.",
    "Quiet week, good progress. I will ask about the format tomorrow.",
    "I redid one section after reading it aloud.",
)
_HOST_NOTES = (
    "What I see looks right. I am glad you asked early.",
    "On plan from our side. I owe you one answer and have put it in my calendar.",
    "I showed the first part to a colleague, who understood it at once.",
    "Good pace. Tell me if the next input comes too late.",
    "Nothing to change. Keep the notes as short as they are.",
)
_FEEDBACK = (
    "The short call on Tuesday helped.",
    "Examples from your side help most.",
    "It helps that you say what is good, too.",
    "",
)
_TIMES = "I can work {hours} hours in a week, mostly evenings and one day at the weekend."


def answers_for(project: ProjectSeed, person: PersonSeed) -> tuple[str, ...]:
    """One answer to each question of the project: what they made, how they would go about it, when they have time."""
    approach = _pick(project.approaches or ("I would ask first, then try something small.",), project.key + person.key)
    known = (person.made, approach, _TIMES.format(hours=person.hours_a_week))
    return known[: len(project.brief.questions)]


def works_of(story: StorySeed, project: ProjectSeed) -> tuple[Work, ...]:
    """What the story handed in, in the order of the deliverables."""
    written = {work.number: work for work in story.works}
    filled = {
        number: Work(number, (_version(story, number, item),))
        for number, item in enumerate(project.brief.deliverables[: story.done], start=1)
    }
    return tuple(work for _, work in sorted((filled | written).items()))


def check_ins_of(story: StorySeed) -> tuple[CheckIn, ...]:
    """The story's check-ins in order: the ordinary ones, then the written ones."""
    fine = tuple(_fine(f"{story.key}-{number}") for number in range(story.fine_check_ins))
    return fine + story.check_ins


def _version(story: StorySeed, number: int, item: BriefDeliverable) -> Version:
    seed = f"{story.key}-{number}"
    lines = [f"# {item.title}", "", _pick(_OPENINGS, seed), "", "## Where to find what we agreed", ""]
    lines += [f"- {criterion.text}: see part {place}." for place, criterion in enumerate(item.criteria, start=1)]
    name = re.sub(r"[^a-z0-9]+", "-", item.title.casefold()).strip("-")[:48]
    return Version(f"{name}.md", "\n".join(lines) + "\n", _pick(_NOTES, seed), _pick(_COMMENTS, seed))


def _fine(seed: str) -> CheckIn:
    return CheckIn(
        Pulse("on_track", "high", "no", _pick(_INTERN_NOTES, seed), _pick(_FEEDBACK, seed)),
        Pulse("on_track", "high", "no", _pick(_HOST_NOTES, seed)),
    )


def _pick(texts: tuple[str, ...], seed: str) -> str:
    """One of the texts, the same for the same seed on every machine."""
    return texts[zlib.crc32(seed.encode()) % len(texts)]

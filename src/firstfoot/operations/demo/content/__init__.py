"""What is said and done in the demo world; plain data, no database."""

from firstfoot.operations.demo.content.applications import APPLICATIONS
from firstfoot.operations.demo.content.filling import answers_for, check_ins_of, works_of
from firstfoot.operations.demo.content.organizations import ORGANIZATIONS
from firstfoot.operations.demo.content.people import MEMBERS, PEOPLE, TALENT
from firstfoot.operations.demo.content.projects import PROJECTS
from firstfoot.operations.demo.content.stories import STORIES

__all__ = [
    "APPLICATIONS",
    "MEMBERS",
    "ORGANIZATIONS",
    "PEOPLE",
    "PROJECTS",
    "STORIES",
    "TALENT",
    "answers_for",
    "check_ins_of",
    "works_of",
]

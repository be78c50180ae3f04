"""The people of the demo world."""

from firstfoot.operations.demo.content.people.members import MEMBERS
from firstfoot.operations.demo.content.people.talent_a import TALENT_A
from firstfoot.operations.demo.content.people.talent_b import TALENT_B

__all__ = ["MEMBERS", "PEOPLE", "TALENT"]

TALENT = (*TALENT_A, *TALENT_B)
PEOPLE = (*MEMBERS, *TALENT)

"""The engagements of the demo world, in every state that one can be in."""

from firstfoot.operations.demo.content.stories.active_a import ACTIVE_A
from firstfoot.operations.demo.content.stories.active_b import ACTIVE_B
from firstfoot.operations.demo.content.stories.completed_a import COMPLETED_A
from firstfoot.operations.demo.content.stories.completed_b import COMPLETED_B
from firstfoot.operations.demo.content.stories.edges import EDGES

STORIES = (*COMPLETED_A, *COMPLETED_B, *ACTIVE_A, *ACTIVE_B, *EDGES)

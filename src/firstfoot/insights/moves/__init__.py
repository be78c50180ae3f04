"""Whose move it is: everything that somebody may do next, read across all contexts."""

from firstfoot.insights.moves.engagements import engagement_move
from firstfoot.insights.moves.market import application_move, invitation_moves, project_invitation_moves, project_move
from firstfoot.insights.moves.move import Move, Whose, in_order
from firstfoot.insights.moves.of_person import Desk, host_desk, moves_of, talent_desk

__all__ = [
    "Desk",
    "Move",
    "Whose",
    "application_move",
    "engagement_move",
    "host_desk",
    "in_order",
    "invitation_moves",
    "moves_of",
    "project_invitation_moves",
    "project_move",
    "talent_desk",
]

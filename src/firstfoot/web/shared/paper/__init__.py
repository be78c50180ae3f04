"""A page on paper: the same words as on the screen, as PDF."""

from firstfoot.web.shared.paper.printing import on_paper

__all__ = ["on_paper"]

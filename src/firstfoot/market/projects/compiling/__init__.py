"""From a template and six answers to a whole brief, on a calendar that knows when each side is away."""

from firstfoot.market.projects.compiling.answers import SIZES, Answers, Circumstances
from firstfoot.market.projects.compiling.compiler import Compiled, compile_brief, hours_of, suggested

__all__ = ["SIZES", "Answers", "Circumstances", "Compiled", "compile_brief", "hours_of", "suggested"]

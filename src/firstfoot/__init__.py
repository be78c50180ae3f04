"""Firstfoot: the open-source platform for micro-internships."""

__version__ = "0.1.0"

"""The product's own settings with one more list of addresses: the ceiling views."""

from pathlib import Path

from firstfoot.config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
TEMPLATES = [{**TEMPLATES[0], "DIRS": [str(Path(__file__).parent / "templates")]}]  # noqa: F405

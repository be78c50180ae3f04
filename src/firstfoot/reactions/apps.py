"""The app's name and label."""

from django.apps import AppConfig


class ReactionsConfig(AppConfig):
    name = "firstfoot.reactions"
    label = "reactions"

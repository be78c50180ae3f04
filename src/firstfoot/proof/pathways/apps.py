"""The app's name and label."""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "firstfoot.proof.pathways"
    label = "pathways"

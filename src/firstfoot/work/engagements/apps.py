"""The app's name and label."""

from django.apps import AppConfig


class EngagementsConfig(AppConfig):
    name = "firstfoot.work.engagements"
    label = "engagements"

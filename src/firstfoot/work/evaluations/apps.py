"""The app's name and label."""

from django.apps import AppConfig


class EvaluationsConfig(AppConfig):
    name = "firstfoot.work.evaluations"
    label = "evaluations"

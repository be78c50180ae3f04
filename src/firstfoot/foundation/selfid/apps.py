"""The app's name and label."""

from django.apps import AppConfig


class SelfIdConfig(AppConfig):
    name = "firstfoot.foundation.selfid"
    label = "selfid"

"""The app's name and label."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "firstfoot.foundation.journal"
    label = "journal"

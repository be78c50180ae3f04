"""The app's name and label."""

from django.apps import AppConfig


class DisputesConfig(AppConfig):
    name = "firstfoot.work.disputes"
    label = "disputes"

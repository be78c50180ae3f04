"""The app's name and label."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "firstfoot.market.applications"
    label = "applications"

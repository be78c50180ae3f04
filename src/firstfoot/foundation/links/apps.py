"""The app's name and label."""

from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "firstfoot.foundation.links"
    label = "links"

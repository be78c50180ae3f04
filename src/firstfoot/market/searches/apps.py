"""The app's name and label."""

from django.apps import AppConfig


class SearchesConfig(AppConfig):
    name = "firstfoot.market.searches"
    label = "searches"

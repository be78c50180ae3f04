"""The app's name and label."""

from django.apps import AppConfig


class SuggestionsConfig(AppConfig):
    name = "firstfoot.market.suggestions"
    label = "suggestions"

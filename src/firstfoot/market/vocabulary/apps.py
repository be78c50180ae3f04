"""The app's name and label."""

from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "firstfoot.market.vocabulary"
    label = "vocabulary"

"""The app of moderation."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "firstfoot.market.moderation"
    label = "moderation"

"""The app's name and label."""

from django.apps import AppConfig


class TalentConfig(AppConfig):
    name = "firstfoot.market.talent"
    label = "talent"

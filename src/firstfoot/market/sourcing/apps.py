"""The app's name and label."""

from django.apps import AppConfig


class SourcingConfig(AppConfig):
    name = "firstfoot.market.sourcing"
    label = "sourcing"

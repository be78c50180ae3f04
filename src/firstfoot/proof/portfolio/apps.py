"""The app's name and label."""

from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    name = "firstfoot.proof.portfolio"
    label = "portfolio"

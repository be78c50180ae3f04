"""The app's name and label."""

from django.apps import AppConfig


class WebStewardsConfig(AppConfig):
    name = "firstfoot.web.stewards"
    label = "web_stewards"

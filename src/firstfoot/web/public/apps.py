"""The app's name and label."""

from django.apps import AppConfig


class WebPublicConfig(AppConfig):
    name = "firstfoot.web.public"
    label = "web_public"

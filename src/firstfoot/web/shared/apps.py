"""The app that carries the shared templates, tags and static files."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "firstfoot.web.shared"
    label = "web_shared"

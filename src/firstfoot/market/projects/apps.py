"""The app's name and label."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "firstfoot.market.projects"
    label = "projects"

"""The app's name and label."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "firstfoot.foundation.files"
    label = "files"

"""The app's name and label."""

from django.apps import AppConfig


class CredentialsConfig(AppConfig):
    name = "firstfoot.proof.credentials"
    label = "credentials"

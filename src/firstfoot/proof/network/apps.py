"""The app's name and label."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "firstfoot.proof.network"
    label = "network"

"""The app's name and label."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "firstfoot.foundation.accounts"
    label = "accounts"

"""The app's name and label."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "firstfoot.foundation.notifications"
    label = "notifications"

"""The app's name and label."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "firstfoot.foundation.conversations"
    label = "conversations"

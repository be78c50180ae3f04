"""The app's name and label."""

from django.apps import AppConfig


class WebHostsConfig(AppConfig):
    name = "firstfoot.web.hosts"
    label = "web_hosts"

"""The app's name and label."""

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "firstfoot.market.organizations"
    label = "organizations"

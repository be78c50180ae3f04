"""The app's name and label."""

from django.apps import AppConfig


class FairPayConfig(AppConfig):
    name = "firstfoot.market.fairpay"
    label = "fairpay"

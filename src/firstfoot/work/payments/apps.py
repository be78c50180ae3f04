"""The app's name and label."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "firstfoot.work.payments"
    label = "payments"

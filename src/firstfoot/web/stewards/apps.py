"""The app's name and label; gives the refusals about words and skills their sentences."""

from django.apps import AppConfig


class WebStewardsConfig(AppConfig):
    name = "firstfoot.web.stewards"
    label = "web_stewards"

    def ready(self) -> None:
        from firstfoot.web.shared.reasons import say
        from firstfoot.web.stewards.reasons import SENTENCES

        say(SENTENCES)

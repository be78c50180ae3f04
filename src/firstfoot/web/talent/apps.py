"""The app's name and label; gives the refusals about applications their sentences."""

from django.apps import AppConfig


class WebTalentConfig(AppConfig):
    name = "firstfoot.web.talent"
    label = "web_talent"

    def ready(self) -> None:
        from firstfoot.web.shared.reasons import say
        from firstfoot.web.talent.reasons import SENTENCES

        say(SENTENCES)

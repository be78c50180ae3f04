"""The app's name and label; gives the refusals about the work their sentences."""

from django.apps import AppConfig


class WebWorkConfig(AppConfig):
    name = "firstfoot.web.work"
    label = "web_work"

    def ready(self) -> None:
        from firstfoot.web.shared.reasons import say
        from firstfoot.web.work.reasons import SENTENCES

        say(SENTENCES)

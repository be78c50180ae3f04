"""The app's name and label; gives refusals their sentences."""

from typing import cast

from django.apps import AppConfig


class WebByMailConfig(AppConfig):
    name = "firstfoot.web.bymail"
    label = "web_bymail"

    def ready(self) -> None:
        from firstfoot.web.bymail.words import SENTENCES
        from firstfoot.web.shared.reasons import say

        say(cast("dict[str, str]", SENTENCES))  # lazily translated

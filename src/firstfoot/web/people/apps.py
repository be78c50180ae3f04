"""The app's name and label; gives refusals their sentences."""

from typing import cast

from django.apps import AppConfig


class WebPeopleConfig(AppConfig):
    name = "firstfoot.web.people"
    label = "web_people"

    def ready(self) -> None:
        from firstfoot.web.people.reasons import SENTENCES
        from firstfoot.web.shared.reasons import say

        say(cast("dict[str, str]", SENTENCES))  # lazily translated

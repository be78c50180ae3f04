"""Why a password is refused, in our words."""

from __future__ import annotations

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class NotCommon(password_validation.CommonPasswordValidator):
    """None of the 20,000 most common."""

    def get_error_message(self) -> str:
        return _("Many people use this password, so it is among the first that are tried. Choose another.")


class LongEnough(password_validation.MinimumLengthValidator):
    def get_error_message(self) -> str:
        least = ngettext("Take at least %(least)s character.", "Take at least %(least)s characters.", self.min_length)
        return least % {"least": self.min_length}


class NotAboutYou(password_validation.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("This is too much like your name or address. Choose something that nobody could guess.")

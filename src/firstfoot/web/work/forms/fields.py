"""Form fields that several pages of the work use: texts, days, money, tiles, links, files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.hours_words import hours_of

MOST_LINKS = 8
MOST_FILES = 10


class TextField(forms.CharField):
    """A text of some sentences."""

    def __init__(self, *, rows: int = 3, max_length: int = 4000, **options: Any) -> None:
        super().__init__(max_length=max_length, widget=forms.Textarea(attrs={"rows": rows}), **options)


class DayField(forms.DateField):
    """A date, chosen with the browser's own calendar."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class TilesField(forms.ChoiceField):
    """One of a few answers, all in sight."""

    def __init__(self, *, among: Mapping[Any, Any], rows: bool = False, **options: Any) -> None:
        widget = forms.RadioSelect(attrs={"class": "rows"} if rows else {})
        super().__init__(choices=list(among.items()), widget=widget, **options)


class HoursField(forms.DecimalField):
    """Hours in quarters, given back in minutes."""

    def __init__(self, *, most: int, **options: Any) -> None:
        widget = forms.NumberInput(attrs={"class": "medium", "step": "0.25", "inputmode": "decimal"})
        super().__init__(max_digits=6, decimal_places=2, min_value=0, max_value=most, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        return hours_of(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        hours = super().clean(value)
        if hours is None:
            return None
        if hours * 4 % 1:
            raise ValidationError(_("Count in quarters of an hour, such as 7.5 or 7.75."))
        return int(hours * 60)


class LinksField(forms.CharField):
    """Web addresses, one a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 2, "inputmode": "url"}), max_length=4000, **options)

    def clean(self, value: Any) -> list[str]:
        found = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        check = URLValidator(schemes=["http", "https"])
        for link in found:
            try:
                check(link)
            except ValidationError as wrong:
                raise ValidationError(
                    _("“%(link)s” is not a web address. Begin with https://.") % {"link": link[:60]}
                ) from wrong
        if len(found) > MOST_LINKS:
            raise ValidationError(_("At most %(most)d links.") % {"most": MOST_LINKS})
        return found


class OneFileField(forms.FileField):
    """One file; none is fine."""

    def __init__(self, **options: Any) -> None:
        most = settings.UPLOAD_MAX_BYTES
        attrs = {"data-max-bytes": most, "data-too-large": gettext_lazy("At most 25 MB a file.")}
        super().__init__(required=False, widget=forms.FileInput(attrs=attrs), **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        if upload and upload.size > settings.UPLOAD_MAX_BYTES:
            raise ValidationError(_("A file is larger than 25 MB. Share it as a link instead."))
        return upload or None


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; none is fine."""

    def __init__(self, *, most_files: int = MOST_FILES, **options: Any) -> None:
        self.most_files, most = most_files, settings.UPLOAD_MAX_BYTES
        attrs = {"multiple": True, "data-max-bytes": most, "data-too-large": gettext_lazy("At most 25 MB a file.")}
        super().__init__(required=False, widget=ManyFilesInput(attrs=attrs), **options)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        uploads: Iterable[Any] = data if isinstance(data, list | tuple) else [data] if data else []
        found = [super(FilesField, self).clean(upload, initial) for upload in uploads]
        if len(found) > self.most_files:
            raise ValidationError(_("At most %(most)d files at once.") % {"most": self.most_files})
        if any(upload.size > settings.UPLOAD_MAX_BYTES for upload in found):
            raise ValidationError(_("A file is larger than 25 MB. Share it as a link instead."))
        return found

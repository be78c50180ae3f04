"""The files of an item: what was handed in, and the form in which others get it."""

from __future__ import annotations

from django.db import models

from firstfoot.foundation.files.models import StoredFile
from firstfoot.proof.portfolio.models.items import PortfolioItem


class ItemFile(models.Model):
    """One accepted file that its intern chose. Which of them others see is said by the version that was cleared."""

    item = models.ForeignKey(PortfolioItem, models.CASCADE, related_name="+")
    source = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")  # as it was handed in
    shown = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")  # a picture drawn anew, or the same PDF

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "source"], name="item_file_once")]

    def __str__(self) -> str:
        return str(self.pk)

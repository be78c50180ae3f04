"""What happens to portfolio items, to the page and the resume of a person, and to recommendations."""

from django.db.models import TextChoices


class Portfolio(TextChoices):
    ITEM_BEGUN = "item.begun"
    ITEM_FINISHED = "item.finished"
    ITEM_ASKED = "item.asked"
    ITEM_APPROVED = "item.approved"
    ITEM_DECLINED = "item.declined"
    ITEM_LAPSED = "item.lapsed"
    ITEM_TAKEN_BACK = "item.taken_back"
    ITEM_CHANGED = "item.changed"
    ITEM_SHOWN = "item.shown"
    PAGE_BEGUN = "page.begun"
    PAGE_CHANGED = "page.changed"
    PAGE_PUT_UP = "page.put_up"
    PAGE_TAKEN_DOWN = "page.taken_down"
    LETTER_BEGUN = "letter.begun"
    LETTER_SIGNED = "letter.signed"
    LETTER_REVOKED = "letter.revoked"
    LETTER_SHOWN = "letter.shown"
    RESUME_BEGUN = "resume.begun"
    RESUME_CHANGED = "resume.changed"

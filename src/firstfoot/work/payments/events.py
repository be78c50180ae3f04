"""What happens to stipends and to the notes about tax forms."""

from django.db.models import TextChoices


class Payments(TextChoices):
    PLEDGED = "stipend.pledged"
    LOWERED = "stipend.lowered"
    FUNDED = "stipend.funded"
    DUE = "stipend.due"
    RELEASED = "stipend.released"
    PART_PAID = "stipend.part_paid"
    RECEIVED = "stipend.received"
    NOT_RECEIVED = "stipend.not_received"
    WRITTEN_OFF = "stipend.written_off"
    REVERSED = "stipend.reversed"
    WRITE_OFF_ASKED = "stipend.write_off_asked"
    WRITE_OFF_REFUSED = "stipend.write_off_refused"
    TAX_FORM_NOTED = "tax_form.noted"

"""Reading engagements and what they hold, always from what the reader may see."""

from firstfoot.work.engagements.queries.due import (
    check_ins_to_close,
    engagements_to_start,
)
from firstfoot.work.engagements.queries.people import engagements_led_by, roles_of
from firstfoot.work.engagements.queries.reading import (
    agreement_of,
    agreements_of,
    answers_shown_to,
    check_in_of,
    check_ins_of,
    correction_of,
    corrections_of,
    deliverable_of,
    deliverables_of,
    is_answerable,
    is_contact_shown,
    open_steps,
    pay_due_on,
    standing_terms,
    steps_of,
    submission_by_key,
    unmet_criteria,
)
from firstfoot.work.engagements.queries.seeing import (
    engagements_hosted_by,
    engagements_of_intern,
    engagements_visible_to,
    file_visible_to,
    live_first,
    progress,
)
from firstfoot.work.engagements.queries.timeline import Happening, engagement_timeline

__all__ = [
    "Happening",
    "agreement_of",
    "agreements_of",
    "answers_shown_to",
    "check_in_of",
    "check_ins_of",
    "check_ins_to_close",
    "correction_of",
    "corrections_of",
    "deliverable_of",
    "deliverables_of",
    "engagement_timeline",
    "engagements_hosted_by",
    "engagements_led_by",
    "engagements_of_intern",
    "engagements_to_start",
    "engagements_visible_to",
    "file_visible_to",
    "is_answerable",
    "is_contact_shown",
    "live_first",
    "open_steps",
    "pay_due_on",
    "progress",
    "roles_of",
    "standing_terms",
    "steps_of",
    "submission_by_key",
    "unmet_criteria",
]

"""What the codes, fields and steps of a brief are called on the page."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Lazy = str | Promise

CATEGORIES: dict[str, Lazy] = {
    "marketing": _("Marketing"),
    "strategy": _("Strategy"),
    "web": _("Web"),
    "sales": _("Sales"),
    "research": _("Research"),
    "data": _("Data"),
    "software": _("Software"),
    "design": _("Design"),
    "media": _("Video and audio"),
    "operations": _("Operations"),
    "people": _("People and hiring"),
    "finance": _("Finance"),
    "community": _("Community"),
    "education": _("Education"),
    "language": _("Language"),
    "policy": _("Policy and privacy"),
    "sustainability": _("Sustainability"),
}

# What is done in each of them, in one sentence.
CATEGORIES_ARE: dict[str, Lazy] = {
    "marketing": _("Telling the right people about a product: posts, mails, campaigns, and what they brought."),
    "strategy": _("Finding out what to do next: markets, competitors, prices, options with reasons."),
    "web": _("Pages, shops and search: made better to read, to find and to use."),
    "sales": _("Finding customers and talking to them: lists, sheets, first contacts, follow-ups."),
    "research": _("Asking, reading and counting, until a question has an answer with sources."),
    "data": _("Cleaning, joining and showing figures, so that somebody can decide by them."),
    "software": _("Small tools, tests, fixes and guides for software that people use."),
    "design": _("How things look and work: brands, screens, prototypes, print."),
    "media": _("Filming, recording, cutting and writing it up."),
    "operations": _("How the daily work runs: steps written down, tools compared, lists put in order."),
    "people": _("Finding, welcoming and keeping colleagues: job texts, first days, fair meetings."),
    "finance": _("What things cost and bring in: costs by unit, expenses, grants."),
    "community": _("Bringing people together: members, donors, volunteers, events."),
    "education": _("Helping others learn: workshops, courses, handouts."),
    "language": _("Translating, editing and testing words in another language."),
    "policy": _("Rules, privacy and access: what holds, what is missing, what to do about it."),
    "sustainability": _("What the work does to the world: energy, carbon, materials, and first steps."),
}

AI_RULES: dict[str, Lazy] = {
    "free": _("AI tools may be used freely"),
    "disclose": _("AI tools may be used, and the intern says where"),
    "ask_first": _("AI tools only after asking"),
    "none": _("No AI tools"),
}

PORTFOLIO_RIGHTS: dict[str, Lazy] = {
    "full": _("The whole work may be shown"),
    "redacted": _("It may be shown without names and figures"),
    "on_request": _("It may be shown after asking"),
    "none": _("It may not be shown"),
}

RIGHTS: dict[str, Lazy] = {
    "on_payment": _("They become the host’s once the pay has arrived"),
    "license": _("The intern keeps them; the host may use and change them"),
    "open": _("Anyone may use and change them, with the intern named"),
}

ENGAGED_AS: dict[str, Lazy] = {
    "contractor": _("Independently, with their own taxes and insurance"),
    "payroll": _("Employed, paid through the host’s payroll"),
    "stipend": _("With a stipend that a program pays"),
    "credit": _("For credit at their school as well"),
}

WORKPLACES: dict[str, Lazy] = {
    "remote": _("Remote"),
    "hybrid": _("Partly on site"),
    "on_site": _("On site"),
}

LANGUAGES: dict[str, Lazy] = {
    "ar": _("Arabic"),
    "bg": _("Bulgarian"),
    "bn": _("Bengali"),
    "ca": _("Catalan"),
    "cs": _("Czech"),
    "da": _("Danish"),
    "de": _("German"),
    "el": _("Greek"),
    "en": _("English"),
    "es": _("Spanish"),
    "fi": _("Finnish"),
    "fr": _("French"),
    "he": _("Hebrew"),
    "hi": _("Hindi"),
    "hu": _("Hungarian"),
    "id": _("Indonesian"),
    "it": _("Italian"),
    "ja": _("Japanese"),
    "ko": _("Korean"),
    "nb": _("Norwegian"),
    "nl": _("Dutch"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
    "ro": _("Romanian"),
    "ru": _("Russian"),
    "sv": _("Swedish"),
    "th": _("Thai"),
    "tr": _("Turkish"),
    "uk": _("Ukrainian"),
    "vi": _("Vietnamese"),
    "zh": _("Chinese"),
}

VISIBILITIES: dict[str, Lazy] = {
    "public": _("Everyone can find it"),
    "link": _("Only people with the link"),
    "invited": _("Only people you invite"),
    "programs": _("Only people of chosen programs"),
}

FIELDS: dict[str, Lazy] = {
    "title": _("Title"),
    "category": _("Category"),
    "problem": _("What is not working today"),
    "audience": _("Who uses the result"),
    "outcome": _("Outcome"),
    "in_scope": _("What is included"),
    "out_of_scope": _("What is not included"),
    "deliverables": _("Deliverables"),
    "inputs": _("What the host hands over"),
    "supervisor": _("Supervisor"),
    "cover": _("Cover"),
    "supervision_hours": _("Guidance, hours a week"),
    "check_in_every_days": _("Days between check-ins"),
    "reply_within_days": _("Questions answered within (business days)"),
    "onboarding": _("Before work starts"),
    "check_in_prompts": _("What to talk about at check-ins"),
    "equipment": _("Equipment"),
    "expenses": _("Expenses"),
    "hours": _("Hours in all"),
    "weeks": _("Weeks"),
    "start_from": _("Earliest start"),
    "start_until": _("Latest start"),
    "apply_by": _("Apply by"),
    "seats": _("Seats"),
    "pay_minor": _("Pay for the whole project"),
    "currency": _("Currency"),
    "workplace": _("Where the work is done"),
    "place": _("Place"),
    "time_zone": _("Time zone"),
    "language": _("Language of the work"),
    "skills": _("Skills"),
    "tools": _("Tools"),
    "ai_use": _("Use of AI tools"),
    "ai_note": _("More on AI tools"),
    "portfolio": _("Right to show the work"),
    "portfolio_note": _("More on showing the work"),
    "rights": _("Who owns the results"),
    "engaged_as": _("On which footing the intern works"),
    "confidential_years": _("Years that confidentiality lasts"),
    "hours_log": _("Log of hours"),
    "pathway": _("What good work may lead to"),
    "questions": _("Questions for applicants"),
    "visibility": _("Who can find it"),
    "answers": _("Questions and answers"),
}

# code -> (title, one line that helps to begin)
STEPS: dict[str, tuple[Lazy, Lazy]] = {
    "result": (_("The result"), _("What will you have at the end that you do not have now?")),
    "scope": (_("The scope"), _("What is included, and what is not?")),
    "deliverables": (_("Deliverables"), _("What is handed in, on which day, and when is it done?")),
    "inputs": (_("What you give"), _("Which files, access and people does the work need?")),
    "people": (_("People"), _("Who guides the work, how often do you talk, and how does it begin?")),
    "time": (_("Time and place"), _("How many hours, over how many weeks, from when and where?")),
    "pay": (_("Pay and what comes next"), _("What do you pay for the whole project, and what may it lead to?")),
    "how": (_("How it is done"), _("Which skills and tools, which rule on AI, and what may be shown?")),
    "questions": (_("Questions"), _("What would you like to hear from those who apply?")),
    "preview": (_("Preview"), _("This is what people will see. Read it once as if you were one of them.")),
}

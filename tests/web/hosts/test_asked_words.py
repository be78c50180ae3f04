"""What the text of a brief asks for beside its list of skills."""

from firstfoot.market.projects.brief import Brief, BriefDeliverable, Criterion
from firstfoot.web.hosts.asked_words import seems_to_ask


def test_what_the_text_names_and_the_list_does_not():
    brief = Brief(
        problem="Our figures are in PostgreSQL, and we go to work.", skills=("SQL",), tools=("Tableau",),
        deliverables=(BriefDeliverable("A dashboard in Tableau", "", 7, True, (Criterion("Made with Django"),)),),
    )  # fmt: skip

    assert seems_to_ask(brief) == ["PostgreSQL", "Django"]

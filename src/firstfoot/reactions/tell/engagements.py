"""What is told about an engagement itself: its start, its people, its pay, its end."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import persons_by_tokens
from firstfoot.foundation.conversations.queries import mentioned_in
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.journal.queries import facts_of
from firstfoot.reactions import reasons
from firstfoot.reactions.people import both, engagement_of, guides, owners, recruiters
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.telling import Said, always, mail_each, tell_each
from firstfoot.reactions.warning_words import warning_words
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import open_steps, people_in_conversation, warning_of
from firstfoot.work.engagements.queries.warnings import WATCHED
from firstfoot.work.engagements.states import EndReason, Side

JUST_BEFORE = timedelta(minutes=1)  # a word is kept in the transaction of its fact


def tell_supervisor_begun(fact: Fact) -> None:
    engagement = engagement_of(fact)
    said = {**names(engagement), "supervisor": engagement.supervisor.name}
    body = _("They accepted the offer. Work starts once both sides have signed and everything is ready.")
    guiding = Said(_("You will guide %(intern)s: %(title)s") % said, body, page(engagement))
    covering = Said(_("You cover for %(supervisor)s: %(title)s") % said, body, page(engagement))
    tell_each(fact, [engagement.supervisor], always(guiding))
    tell_each(fact, [engagement.cover], always(covering))


def tell_ready(fact: Fact) -> None:
    """The last required step is done: both sides may start. Told once, however late the other steps are looked at."""
    engagement = engagement_of(fact)
    if open_steps(engagement).exists() or not _was_the_last_step(fact, engagement):
        return

    def write(_person: Person) -> Said:
        body = _("Everything is done. Work starts on %(day)s, or as soon as one of you says so.") % {
            "day": day_text(engagement.start_on)
        }
        return Said(_("Ready to start: %(title)s") % names(engagement), body, page(engagement))

    tell_each(fact, both(engagement), write)


def _was_the_last_step(fact: Fact, engagement: Engagement) -> bool:
    """Whether no required step was done after this one, which is itself required."""
    required = set(engagement.onboarding_steps.filter(required=True).values_list("number", flat=True))
    later = facts_of(engagement).filter(kind=fact.kind, seq__gte=fact.seq).values_list("seq", "data")
    return [seq for seq, data in later if data["step"] in required] == [fact.seq]


def tell_learning_goal(fact: Fact) -> None:
    engagement = engagement_of(fact)
    title = _("%(intern)s wrote down what they want to learn: %(title)s") % names(engagement)
    tell_each(fact, guides(engagement), always(Said(title, engagement.learning_goal, page(engagement))))


def tell_started(fact: Fact) -> None:
    engagement = engagement_of(fact)

    def write(_person: Person) -> Said:
        body = _("Work has begun and goes until %(day)s.") % {"day": day_text(engagement.end_on)}
        return Said(_("Started: %(title)s") % names(engagement), body, page(engagement))

    tell_each(fact, both(engagement), write)


def tell_start_proposed(fact: Fact) -> None:
    engagement = engagement_of(fact)

    def write(_person: Person) -> Said:
        new = day_text(engagement.new_start_on) if engagement.new_start_on else ""
        body = _("%(who)s asks to start on %(day)s. The end moves with it.") % {"who": _who(fact), "day": new}
        return Said(_("Another start: %(title)s") % names(engagement), body, page(engagement))

    tell_each(fact, _other_side(engagement, str(fact.data.get("side", ""))), write)


def tell_start_moved(fact: Fact) -> None:
    engagement = engagement_of(fact)

    def write(_person: Person) -> Said:
        body = _("You now start on %(start)s and end on %(end)s. Every due date moved by as many days.") % {
            "start": day_text(engagement.start_on), "end": day_text(engagement.end_on),
        }  # fmt: skip
        return Said(_("The start moved: %(title)s") % names(engagement), body, page(engagement))

    tell_each(fact, both(engagement), write)


def tell_supervisor_changed(fact: Fact) -> None:
    """The intern and whoever guides now, at once, each with the word that is meant for them."""
    engagement = engagement_of(fact)
    now = {**names(engagement), "supervisor": engagement.supervisor.name}
    title = _("%(supervisor)s now guides the work: %(title)s") % now
    body = _("Write to %(supervisor)s with whatever comes up.") % now
    _mail_hands(fact, engagement, [engagement.intern], title, body)
    yours = _("You now guide %(intern)s: %(title)s") % now
    _mail_hands(fact, engagement, [engagement.supervisor], yours, _("The page of the project says how it stands."))


def tell_supervisor_away(fact: Fact) -> None:
    """The intern and the cover, at once: who answers, and until when."""
    engagement = engagement_of(fact)
    cover, last = engagement.cover, engagement.away_until
    if cover is None or last is None:
        return
    now = {**names(engagement), "supervisor": engagement.supervisor.name, "cover": cover.name}
    with_day = {**now, "day": day_text(last)}
    title = _("%(cover)s answers while %(supervisor)s is away: %(title)s") % now
    _mail_hands(fact, engagement, [engagement.intern], title, _("Until %(day)s write to %(cover)s.") % with_day)
    yours = _("You answer for %(supervisor)s: %(title)s") % now
    _mail_hands(fact, engagement, [cover], yours, _("Until %(day)s %(intern)s writes to you.") % with_day)


def tell_supervisor_back(fact: Fact) -> None:
    engagement = engagement_of(fact)
    now = {**names(engagement), "supervisor": engagement.supervisor.name}
    title = _("%(supervisor)s answers again: %(title)s") % now
    tell_each(fact, [engagement.intern, engagement.cover], always(Said(title, path=page(engagement))))


def _mail_hands(fact: Fact, engagement: Engagement, people: list[Person], title: str, body: str) -> None:
    guide_note = engagement.guide_notes.filter(handed_at__gte=fact.at - JUST_BEFORE, handed_at__lte=fact.at).first()

    def write(_person: Person) -> Said:
        return Said(title, body, page(engagement), _("Open the project"))

    is_intern = people == [engagement.intern]
    word = (guide_note.intern_note if is_intern else guide_note.note) if guide_note else ""
    context = {"engagement": engagement, "word": word, "by": guide_note.by.name if guide_note else ""}
    mail_each(fact, people, "guide_changed", write, context)


def tell_finished(fact: Fact) -> None:
    engagement = engagement_of(fact)

    def write(_person: Person) -> Said:
        until = day_text(engagement.evaluate_by_at) if engagement.evaluate_by_at else ""
        body = _("Every result is accepted. Say by %(day)s how it was; both of you read it at the same moment.") % {
            "day": until
        }
        path = reverse("work:evaluation", args=[engagement.public_id])
        return Said(_("The work is done: %(title)s") % names(engagement), body, path)

    tell_each(fact, both(engagement), write)


def tell_completed(fact: Fact) -> None:
    engagement = engagement_of(fact)
    title = _("Completed: %(title)s") % names(engagement)
    body = _("Read what the other side says, and keep the page that shows what was done.")
    path = reverse("work:completion", args=[engagement.public_id])
    tell_each(fact, [*both(engagement), *owners(engagement.organization)], always(Said(title, body, path)))


def tell_ended_early(fact: Fact) -> None:
    """Everyone else it concerns, with the reason; the words of the note stand on the page."""
    engagement, code = engagement_of(fact), EndReason(str(fact.data["reason"]))
    since = engagement.silent_since

    def write(_person: Person) -> Said:
        title = _("Ended early: %(title)s") % names(engagement)
        if code == EndReason.SILENCE and since is not None:
            body = _("No answer came since %(day)s, so it ended. Nobody is blamed for it.") % {"day": day_text(since)}
            return Said(title, body, page(engagement))
        said = {"who": _who(fact), "reason": reasons.ENDED[code]}
        return Said(title, _("%(who)s ended it. The reason given: %(reason)s.") % said, page(engagement))

    tell_each(fact, [*both(engagement), *recruiters(engagement.organization)], write)


def tell_posted(fact: Fact) -> None:
    """Somebody wrote: the other side reads of it, and whom it is meant for; the words stay in the conversation."""
    engagement = engagement_of(fact)
    named = {**names(engagement), "who": _who(fact)}
    post = str(fact.data["post"])
    path = f"{reverse('work:conversation', args=[engagement.public_id])}?at={post}#post-{post}"
    is_intern = fact.actor == engagement.intern.actor_token
    people = guides(engagement) if is_intern else [engagement.intern]
    meant = list(people_in_conversation(engagement).filter(pk__in=mentioned_in(post)))

    def write(person: Person) -> Said:
        title = _("%(who)s wrote to you: %(title)s") if person in meant else _("%(who)s wrote: %(title)s")
        return Said(title % named, path=path)

    tell_each(fact, [*people, *meant], write)


def tell_handover_asked(fact: Fact) -> None:
    engagement = engagement_of(fact)
    title = _("%(organization)s asks how to go on: %(title)s") % names(engagement)
    body = _("Write in a few lines how your results are used and kept up, where the sources are, and what is open.")
    path = reverse("work:handover", args=[engagement.public_id])
    tell_each(fact, [engagement.intern], always(Said(title, body, path)))


def tell_handover_written(fact: Fact) -> None:
    """The first time; what is put right later stands on the page."""
    engagement = engagement_of(fact)
    if fact.data.get("number") == 1:
        title = _("%(intern)s wrote how to go on: %(title)s") % names(engagement)
        path = reverse("work:handover", args=[engagement.public_id])
        tell_each(fact, guides(engagement), always(Said(title, path=path)))


def tell_hours_log_begun(fact: Fact) -> None:
    engagement = engagement_of(fact)
    title = _("%(intern)s logs the hours: %(title)s") % names(engagement)
    body = _("You both see them as they come, beside the hours that were agreed.")
    path = reverse("work:hours", args=[engagement.public_id])
    tell_each(fact, guides(engagement), always(Said(title, body, path)))


def tell_at_risk(fact: Fact) -> None:
    """Both sides read the same reasons, as they stand when it is told."""
    engagement = engagement_of(fact)
    warning = warning_of(engagement)

    def write(_person: Person) -> Said:
        advice = _("Talk to each other today. If something is in the way, write down what to do about it.")
        body = " ".join([*(reason.text for reason in warning_words(warning).reasons), advice])
        return Said(_("At risk: %(title)s") % names(engagement), body, page(engagement))

    tell_each(fact, [*both(engagement), *owners(engagement.organization)], write)


def tell_risk_over(fact: Fact) -> None:
    """Only while the work goes on: what is over is told otherwise."""
    engagement = engagement_of(fact)
    if engagement.state in WATCHED:
        title = _("No longer at risk: %(title)s") % names(engagement)
        tell_each(fact, both(engagement), always(Said(title, path=page(engagement))))


def names(engagement: Engagement) -> dict[str, str]:
    return {
        "title": engagement.title,
        "intern": engagement.intern.name,
        "organization": engagement.organization.name,
    }


def page(engagement: Engagement) -> str:
    return reverse("work:engagement", args=[engagement.public_id])


def _other_side(engagement: Engagement, acting: str) -> list[Person]:
    return guides(engagement) if acting == Side.INTERN else [engagement.intern]


def _who(fact: Fact) -> str:
    """The name of whoever did it, or the site's own when it was the clock."""
    person = persons_by_tokens([fact.actor]).get(fact.actor)
    return person.name if person else _("The calendar")

"""Handing work to Celery and running it there, over a broker in memory."""

from __future__ import annotations

import pytest
from django.tasks.exceptions import InvalidTask

from firstfoot.config import celery
from firstfoot.foundation.notifications.models import Notice
from firstfoot.reactions import runs
from firstfoot.reactions.models import ReactionRun
from tests.factories.projects import make_open_project


@pytest.fixture
def broker(settings, monkeypatch):
    monkeypatch.setattr(celery.app.conf, "broker_url", "memory://")
    settings.TASKS = {"default": {"BACKEND": "firstfoot.config.celery.CeleryBackend"}}


def test_a_run_is_handed_over_and_done_once(cast, broker):
    make_open_project(cast)
    runs.plan()
    handed = runs.run_due()

    assert handed > 0
    assert runs.run_due() == 0  # leased
    assert set(ReactionRun.objects.values_list("state", flat=True)) == {"waiting"}

    for run_id in ReactionRun.objects.values_list("pk", flat=True):
        celery.run(runs.run_reaction.module_path, [run_id], {})
    told = Notice.objects.count()
    for run_id in ReactionRun.objects.values_list("pk", flat=True):
        celery.run(runs.run_reaction.module_path, [run_id], {})

    assert set(ReactionRun.objects.values_list("state", flat=True)) == {"done"}
    assert Notice.objects.count() == told > 0


def test_only_tasks_of_ours_run(broker):
    with pytest.raises(TypeError, match="is no task"):
        celery.run("os.getcwd", [], {})


def test_a_task_that_celery_cannot_honor_is_refused(broker):
    with pytest.raises(InvalidTask):
        runs.run_reaction.using(priority=7)

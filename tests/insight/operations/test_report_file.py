"""Asking for a file, keeping what was made, and forgetting it after a day."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.insight.models import ReportFile
from m4c.insight.operations.report_file import (
    MOST_QUEUED,
    ReportFileRefused,
    fail_report_file,
    forget_report_files,
    keep_report_file,
    request_listening_file,
    request_report_file,
)
from m4c.people.models import Account
from tests.insight.story import NOW, SUMMER
from tests.listening.coding import campaign_of


@pytest.fixture
def worker(db):
    return Account.objects.of_system(Role.WORKER)


def ask(cast, *groups, persona="organiser"):
    return request_report_file(groups=groups, period=SUMMER, by=cast.fresh(persona), at=NOW)


def test_asking_queues_one_task_with_the_file(cast):
    file = ask(cast, cast.cardiff)
    assert (file.state, file.group, file.requested_by) == ("queued", cast.cardiff, cast.organiser)
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(file.uid), "en-gb"]


def test_the_whole_movement_is_only_for_whoever_holds_it(cast):
    assert ask(cast, persona="national_organiser").group is None
    with pytest.raises(NotAllowed):
        ask(cast)
    with pytest.raises(NotAllowed):
        ask(cast, cast.cardiff, cast.manchester)


def test_only_so_many_wait_at_once(cast):
    for _file in range(MOST_QUEUED):
        ask(cast, cast.cardiff)
    with pytest.raises(ReportFileRefused):
        ask(cast, cast.cardiff)


def test_the_worker_keeps_a_file_or_says_that_it_failed(cast, worker):
    made, failed = ask(cast, cast.cardiff), ask(cast, cast.cardiff)
    keep_report_file(file=made, content=b"%PDF-", by=worker, at=NOW)
    fail_report_file(file=failed, by=worker, at=NOW)
    assert (made.state, failed.state) == ("made", "failed")
    with pytest.raises(NotAllowed):
        keep_report_file(file=failed, content=b"%PDF-", by=cast.organiser, at=NOW)


def test_the_database_refuses_a_made_file_without_content(cast):
    file = ask(cast, cast.cardiff)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportFile.objects.filter(pk=file.pk).update(made_at=NOW)


def test_files_are_forgotten_after_a_day(cast, worker):
    file = ask(cast, cast.cardiff)
    assert forget_report_files(by=worker, at=NOW + timedelta(hours=23)) == []
    assert forget_report_files(by=worker, at=NOW + timedelta(hours=25)) == [file]
    assert ReportFile.objects.count() == 0


def test_a_listening_report_is_asked_for_by_whoever_sees_what_was_said(cast):
    campaign = campaign_of(cast)
    file = request_listening_file(campaign=campaign, is_public=True, by=cast.organiser, at=NOW)
    assert (file.group, file.campaign, file.filename) == (
        cast.cardiff,
        campaign,
        "listening-autumn-listening-public.pdf",
    )
    with pytest.raises(NotAllowed):
        request_listening_file(campaign=campaign, by=cast.leader, at=NOW)


def test_a_listening_report_is_made_as_whoever_asked_may_see_it(cast):
    campaign = campaign_of(cast)
    file = request_listening_file(campaign=campaign, by=cast.organiser, at=timezone.now())
    run_waiting()
    file.refresh_from_db()
    assert (file.state, bytes(file.content[:4])) == ("made", b"%PDF")

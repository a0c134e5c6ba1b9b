"""What the worker does for reports."""

import pytest

from m4c.core.models import AuditEntry
from m4c.insight import tasks
from m4c.insight.models import ReportFile
from m4c.insight.operations.report_file import request_report_file
from tests.insight.story import NOW, SUMMER


@pytest.fixture
def file(cast, summer_in_cardiff):
    return request_report_file(groups=[cast.cardiff], period=SUMMER, by=cast.organiser, at=NOW)


def test_a_file_is_made_once_however_often_the_task_runs(file, monkeypatch):
    made = []
    monkeypatch.setattr(tasks, "pdf_of", lambda reading: made.append(reading) or b"%PDF-")
    for _time in range(2):
        tasks.make_report_file.call(str(file.uid), "en-gb")
    assert len(made) == 1
    assert (made[0].account, made[0].group) == (file.requested_by, file.group)
    file.refresh_from_db()
    assert (file.state, bytes(file.content)) == ("made", b"%PDF-")
    assert AuditEntry.objects.get(operation="insight.keep_report_file").by.system == "system:worker"


def test_a_file_that_cannot_be_made_says_so_and_the_task_fails(file, monkeypatch):
    monkeypatch.setattr(tasks, "pdf_of", lambda reading: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        tasks.make_report_file.call(str(file.uid), "en-gb")
    file.refresh_from_db()
    assert file.state == "failed"


def test_a_file_asked_for_long_ago_is_forgotten(file):
    tasks.forget_old_report_files.call()
    assert ReportFile.objects.count() == 0
    tasks.make_report_file.call(str(file.uid), "en-gb")

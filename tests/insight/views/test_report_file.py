"""A report as a file: asked for on the page, made by the worker, downloaded by whoever asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from m4c.core.worker import run_waiting
from m4c.insight.models import ReportFile
from m4c.people.models import Protection

SUMMER = {"from": "2010-06-01", "to": "2010-09-30", "group": "cardiff"}


@pytest.fixture
def asked(client, cast, summer_in_cardiff):
    client.force_login(cast.fresh("organiser"))
    client.post("/organise/reports/files/", SUMMER)
    return ReportFile.objects.get()


def test_the_page_tells_how_far_it_is(client, asked):
    page = client.get(f"/organise/reports/files/{asked.uid}/").content.decode()
    assert 'hx-trigger="every 2s"' in page
    assert "Look again" in page
    part = client.get(
        f"/organise/reports/files/{asked.uid}/", headers={"HX-Request": "true", "HX-Target": "report-file-state"}
    ).content.decode()
    assert part.strip().startswith('<div id="report-file-state"')


def test_it_cannot_be_downloaded_before_it_is_made(client, asked):
    assert client.get(f"/organise/reports/files/{asked.uid}/pdf/").status_code == 404


@pytest.mark.slow
def test_whoever_asked_downloads_it_and_nobody_else(client, cast, asked):
    run_waiting()
    page = client.get(f"/organise/reports/files/{asked.uid}/").content.decode()
    assert "Download the PDF" in page
    assert 'hx-trigger="every' not in page
    response = client.get(f"/organise/reports/files/{asked.uid}/pdf/")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="so-far-cardiff-2010-06-01-2010-09-30.pdf"'
    assert response["Cache-Control"] == "private, no-store"
    assert response.content.startswith(b"%PDF-")
    for persona in ("national_organiser", "editor", "data_protection"):
        client.force_login(cast.fresh(persona))
        assert client.get(f"/organise/reports/files/{asked.uid}/").status_code == 404
        assert client.get(f"/organise/reports/files/{asked.uid}/pdf/").status_code == 404


def test_a_file_made_before_somebody_was_kept_safe_is_gone(client, cast, asked):
    ReportFile.objects.filter(pk=asked.pk).update(made_at=timezone.now() - timedelta(hours=1), content=b"%PDF-")
    assert client.get(f"/organise/reports/files/{asked.uid}/pdf/").status_code == 200
    Protection.objects.create(
        person=cast.person("leader"),
        group=cast.cardiff,
        placed_by=cast.organiser,
        placed_at=timezone.now(),
        confirm_by=timezone.now(),
    )
    assert client.get(f"/organise/reports/files/{asked.uid}/pdf/").status_code == 404


def test_days_the_wrong_way_round_are_not_asked_for(client, cast):
    client.force_login(cast.fresh("organiser"))
    response = client.post("/organise/reports/files/", SUMMER | {"to": "2010-05-01"}, follow=True)
    assert "The period ends before it begins." in response.content.decode()
    assert ReportFile.objects.count() == 0

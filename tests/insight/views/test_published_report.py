"""Publishing a report, the public pages, and withdrawing."""

from datetime import date

import pytest
from django.utils import timezone

from m4c.core.models import AuditEntry
from m4c.insight.models import PublishedReport
from m4c.listening.operations.published_listening import publish_listening, withdraw_listening
from tests.listening.coding import campaign_of, people, said_by_each, theme_of

SUMMER = {"from": "2010-06-01", "to": "2010-09-30", "group": "cardiff"}
SLUG = "cardiff-2010-06-01-2010-09-30"


@pytest.fixture
def published(client, cast, summer_in_cardiff):
    client.force_login(cast.fresh("editor"))
    client.post("/organise/reports/publications/", SUMMER)
    client.logout()
    return PublishedReport.objects.get()


def test_an_editor_publishes_and_everybody_reads(client, cast, summer_in_cardiff):
    client.force_login(cast.fresh("editor"))
    response = client.post("/organise/reports/publications/", SUMMER)
    assert response["Location"] == f"/reports/{SLUG}/"
    client.logout()
    page = client.get(f"/reports/{SLUG}/").content.decode()
    assert "<c-" not in page
    for words in ("The Movement So Far", "Cardiff · 1 June to 30 September 2010", "people trained", "By session"):
        assert words in page
    assert f'href="/reports/{SLUG}/"' in client.get("/reports/").content.decode()
    assert AuditEntry.objects.get(operation="insight.publish_report").by == cast.editor


def test_the_public_page_names_no_leader_and_no_small_number(client, cast, published):
    page = client.get(f"/reports/{SLUG}/").content.decode()
    assert "Bethan" not in page
    assert "By leader" not in page
    assert "fewer than five" in page
    assert "Taster evening" not in page  # its event is the group's alone


def test_the_public_page_does_not_change_with_the_records(client, cast, published, story):
    before = client.get(f"/reports/{SLUG}/").content
    story.session(cast.cardiff, "full", date(2010, 9, 9), story.people(cast.cardiff, 20))
    assert client.get(f"/reports/{SLUG}/").content == before


def test_a_withdrawn_report_is_gone(client, cast, published):
    client.force_login(cast.fresh("editor"))
    client.post(f"/organise/reports/publications/{SLUG}/withdrawal/")
    assert client.get(f"/reports/{SLUG}/").status_code == 404
    assert SLUG not in client.get("/reports/").content.decode()
    published.refresh_from_db()
    assert published.withdrawn_by == cast.editor


def test_an_empty_period_is_not_published(client, cast):
    client.force_login(cast.fresh("editor"))
    response = client.post("/organise/reports/publications/", SUMMER, follow=True)
    assert "There is nothing to publish in this period yet." in response.content.decode()
    assert PublishedReport.objects.count() == 0


def test_a_group_out_of_reach_is_not_published(client, cast, summer_in_cardiff):
    client.force_login(cast.fresh("editor"))
    client.post("/organise/reports/publications/", SUMMER | {"group": "manchester"})
    assert PublishedReport.objects.count() == 0


@pytest.mark.parametrize("persona", ["organiser", "leader", "member"])
def test_nobody_else_publishes(client, cast, summer_in_cardiff, persona):
    client.force_login(cast.fresh(persona))
    assert client.post("/organise/reports/publications/", SUMMER).status_code == 403


def test_the_public_list_is_friendly_while_empty(client, db):
    assert "Our first report is still to come" in client.get("/reports/").content.decode()


def test_what_a_campaign_heard_stands_in_the_list_as_long_as_it_stands(client, cast, published):
    campaign = campaign_of(cast)
    theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 5)))
    listening = publish_listening(campaign=campaign, at=timezone.now(), by=cast.organiser)[0]
    address = f'href="/reports/listening/{listening.slug}/"'
    page = client.get("/reports/").content.decode()
    places = [page.index(words) for words in (address, f'href="/reports/{SLUG}/"')]
    assert places == sorted(places)  # the latest first
    assert ("What we heard: Autumn listening" in page, "<c-" in page) == (True, False)
    withdraw_listening(report=listening, at=timezone.now(), by=cast.organiser)
    assert address not in client.get("/reports/").content.decode()

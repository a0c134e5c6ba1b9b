"""A meeting's page: from what stayed open to minutes on paper, and only for the group's own."""

from datetime import timedelta

import pytest
from django.urls import reverse

from m4c.events.models import AgendaItem, Decision, Event, Job, Minutes
from m4c.events.operations.agenda import put_on_agenda
from m4c.events.operations.job import give_job
from m4c.events.operations.minutes import finish_minutes
from tests.cast import Cast
from tests.events.operations.test_minutes import committee
from tests.factories import NOW, gathering, queries_of, signed_in, words_of

HELD = -400  # days: long past, whatever day the tests run on


def address(name: str, event: Event) -> str:
    """A page of a meeting."""
    return reverse(name, kwargs={"uid": event.uid})


def test_a_meeting_is_lived_through(cast: Cast) -> None:
    before, event, client = committee(cast, HELD - 14), committee(cast, HELD), signed_in(cast, "leader")
    put_on_agenda(event=before, title="The empty shop", by=cast.leader)
    give_job(group=cast.cardiff, event=before, what="Write to the owner", at=NOW, by=cast.leader)
    finish_minutes(event=before, at=NOW, by=cast.leader)

    client.post(address("bring-forward", event))
    client.post(address("add-item", event), {"title": "Summer fête", "minutes": "15"})
    client.post(address("write-decision", event), {"decision-words": "We picket on Saturday.", "decision-item": ""})
    client.post(address("give-job-at-meeting", event), {"job-what": "Print the leaflets", "job-due_on": ""})
    client.post(address("approve-minutes", event), {"amendments": ""})
    client.post(address("finish-minutes", event))

    text = words_of(client.get(address("meeting", event)))
    for told in ("The empty shop", "Summer fête", "We picket on Saturday.", "Print the leaflets", "Write to the owner"):
        assert told in text
    assert Minutes.objects.get(event=before).approved_at_event == event
    assert Minutes.objects.get(event=event).ready_at is not None
    assert "We picket on Saturday." in words_of(client.get(address("meeting-paper", event)))


@pytest.mark.parametrize(
    ("name", "sent", "kept"),
    [
        ("add-item", {"title": "", "minutes": "7"}, 'value="7"'),
        ("write-decision", {"decision-words": " "}, "What was decided?"),
        ("give-job-at-meeting", {"job-what": "", "job-due_on": "2026-12-01"}, "2026-12-01"),
    ],
)
def test_a_refused_form_comes_back_on_the_page(cast: Cast, name: str, sent: dict[str, str], kept: str) -> None:
    event = committee(cast, HELD)
    assert kept in words_of(signed_in(cast, "leader").post(address(name, event), sent), 422)


def test_an_item_is_written_about_moved_and_settled(cast: Cast) -> None:
    event, client = committee(cast), signed_in(cast, "leader")
    first, second = (put_on_agenda(event=event, title=title, by=cast.leader) for title in ("One", "Two"))
    client.post(
        reverse("agenda-item", kwargs={"uid": first.uid}), {"title": "One", "minutes": "5", "notes": "We agreed."}
    )
    for press in ("down", "settled"):
        client.post(reverse("press-item", kwargs={"uid": first.uid, "press": press}))
    client.post(reverse("press-item", kwargs={"uid": second.uid, "press": "off"}))
    item = AgendaItem.objects.get()
    assert (item.title, item.notes, item.minutes, item.closed_at is None) == ("One", "We agreed.", 5, False)
    assert client.post(reverse("press-item", kwargs={"uid": item.uid, "press": "burn"})).status_code == 404


def test_a_member_reads_and_keeps_nothing(cast: Cast) -> None:
    event, client = committee(cast), signed_in(cast, "member")
    assert "Put it on the agenda" not in words_of(client.get(address("meeting", event)))
    assert client.post(address("add-item", event), {"title": "Tea"}).status_code == 403


def test_whoever_is_kept_safe_takes_jobs_without_a_name(cast: Cast) -> None:
    event = committee(cast)
    give_job(
        group=cast.cardiff,
        event=event,
        what="Bake",
        at=NOW,
        taken_by=cast.person("protected_member"),
        by=cast.operator,
    )
    text = words_of(signed_in(cast, "member").get(address("meeting", event)))
    assert "Bake" in text
    assert cast.person("protected_member").name not in text


def test_the_page_costs_the_same_whatever_its_length(cast: Cast) -> None:
    event, client = committee(cast), signed_in(cast, "leader")
    queries_of(client, address("meeting", event))
    put_on_agenda(event=event, title="One", by=cast.leader)
    give_job(group=cast.cardiff, event=event, what="A", at=NOW, taken_by=cast.person("member"), by=cast.operator)
    few = queries_of(client, address("meeting", event))
    for number in range(4):
        put_on_agenda(event=event, title=f"More {number}", by=cast.leader)
        give_job(
            group=cast.cardiff, event=event, what=f"{number}", at=NOW, taken_by=cast.person("leader"), by=cast.operator
        )
    assert queries_of(client, address("meeting", event)) == few <= 30


def test_a_decision_is_taken_out(cast: Cast) -> None:
    event, client = committee(cast, HELD), signed_in(cast, "leader")
    client.post(address("write-decision", event), {"decision-words": "No.", "decision-item": ""})
    client.post(reverse("take-decision-back", kwargs={"uid": Decision.objects.get().uid}))
    assert not Decision.objects.exists()


def test_jobs_of_ones_groups_are_listed_taken_and_done(cast: Cast) -> None:
    give_job(group=cast.cardiff, what="Bring the urn", at=NOW, due_on=(NOW - timedelta(9)).date(), by=cast.organiser)
    job, client = Job.objects.get(), signed_in(cast, "member")
    assert "Overdue" in words_of(client.get(reverse("jobs")))
    client.post(reverse("press-job", kwargs={"uid": job.uid, "press": "take"}))
    assert "Bring the urn" in words_of(client.get(reverse("jobs") + "?only=own"))
    assert "Bring the urn" not in words_of(client.get(reverse("jobs") + "?only=waiting"))
    client.post(reverse("press-job", kwargs={"uid": job.uid, "press": "done"}))
    assert "Bring the urn" not in words_of(client.get(reverse("jobs")))
    assert client.post(reverse("press-job", kwargs={"uid": job.uid, "press": "eat"})).status_code == 404


def test_a_job_of_a_group_is_written_down_and_changed(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    client.post(reverse("give-job", kwargs={"slug": cast.cardiff.slug}), {"what": "Tea", "due_on": ""})
    job = Job.objects.get()
    change = reverse("change-job", kwargs={"uid": job.uid})
    assert "Tea" in words_of(client.get(change))
    client.post(change, {"what": "Tea and cake", "due_on": "2026-12-01"})
    job.refresh_from_db()
    assert (job.what, str(job.due_on)) == ("Tea and cake", "2026-12-01")
    assert "Tea and cake" in words_of(client.get(reverse("group", kwargs={"slug": cast.cardiff.slug})))


def test_jobs_of_an_event_without_an_agenda_stand_on_its_page(cast: Cast) -> None:
    stall, client = gathering(cast, days=9999, kind="stall"), signed_in(cast, "leader")
    page, new = (reverse(name, kwargs={"uid": stall.uid}) for name in ("event", "give-job-for-event"))
    assert "Nothing waits to be done" in words_of(client.get(page))
    assert "This field is required" in words_of(client.post(new, {"what": ""}), 422)
    assert client.post(new, {"what": "Bring the table"})["Location"] == page
    assert (Job.objects.get().event, Job.objects.get().group) == (stall, cast.cardiff)
    told = words_of(signed_in(cast, "member").get(page))
    assert "Bring the table" in told
    assert new not in told


def test_only_kinds_with_an_agenda_lead_to_one(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    meets = committee(cast, 9999)
    there = words_of(client.get(reverse("event", kwargs={"uid": meets.uid})))
    assert address("meeting", meets) in there
    social = gathering(cast, days=9999, kind="social")
    assert reverse("meeting", kwargs={"uid": social.uid}) not in words_of(
        client.get(reverse("event", kwargs={"uid": social.uid}))
    )

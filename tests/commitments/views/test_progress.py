"""The pages of what became of a commitment: entries, held ones, links, verdicts, replies, and keeping in touch."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from m4c.commitments.models import EvidenceLink, Progress
from tests.cast import Cast
from tests.commitments.promising import a_link, a_promise, an_entry, held, status_of, three_meetings
from tests.factories import TODAY, queries_of, signed_in, words_of

ENTRY = {"kind": "reached", "amount": "1", "words": "She came", "evidence": "Minutes", "says_who": "We were there"}


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day on which tests write, and nobody has tried anything."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given, **more: TODAY)
    cache.clear()


def page(name: str, uid: Any) -> str:
    """The address of a page."""
    return reverse(name, kwargs={"uid": uid})


def test_an_entry_is_written_down_and_struck(cast: Cast) -> None:
    promise, client = three_meetings(cast), signed_in(cast, "leader")
    home = page("commitment-progress", promise.uid)
    assert "Nothing is written down since" in words_of(client.get(home))
    refused = words_of(client.post(home, ENTRY | {"on": TODAY.isoformat(), "amount": "1.5"}), 422)
    assert "Count whole times" in refused
    client.post(home, ENTRY | {"on": TODAY.isoformat()})
    entry = Progress.objects.get()
    said = words_of(client.get(home))
    assert "Counted: 1 meetings" in said
    assert "Says who: We were there" in said
    where = page("strike-progress", entry.uid)
    assert words_of(client.post(where, {"because": ""}), 422)
    client.post(where, {"because": "Another meeting"})
    assert "Struck: Another meeting" in words_of(client.get(home))
    assert status_of(promise) == "made"


def test_what_was_brought_is_looked_at_and_confirmed(cast: Cast) -> None:
    promise = three_meetings(cast, keeper=cast.person("member"))
    given = {"email": "nerys@example.org", "name": "Nerys Tomos"}
    brought, client = held(cast, promise, **given), signed_in(cast, "member")
    one = page("progress-entry", brought.uid)
    said = words_of(client.get(one))
    assert "It counts for nothing yet" in said
    others = words_of(signed_in(cast, "editor").get(one))
    for private in given.values():
        assert private in said
        assert private not in others
    wrong = {"kind": "reached", "amount": "", "says_who": "A tenant"}
    assert "Say how much." in words_of(client.post(page("confirm-evidence", brought.uid), wrong), 422)
    client.post(page("confirm-evidence", brought.uid), wrong | {"amount": "3"})
    assert status_of(promise) == "kept"
    other = held(cast, promise, words="Twice")
    assert words_of(client.post(page("refuse-evidence", other.uid), {}), 422)
    client.post(page("refuse-evidence", other.uid), {"because": "The same meeting"})
    assert "Not confirmed: The same meeting" in words_of(client.get(page("commitment-progress", promise.uid)))


def test_a_link_is_shown_once_with_a_code_and_ended(cast: Cast) -> None:
    promise, client = three_meetings(cast), signed_in(cast, "leader")
    home = page("evidence-links", promise.uid)
    assert "None yet." in words_of(client.get(home))
    sheet = words_of(client.post(home, {"for_whom": "Tower House", "ends_on": (TODAY + timedelta(9)).isoformat()}))
    assert "<svg" in sheet
    assert "/what-you-know/" in sheet
    assert "On 6 August 2026 Cllr Rhian Cabinet promised something that concerns us." in sheet
    assert "/what-you-know/" not in words_of(client.get(home))
    client.post(page("end-evidence-link", EvidenceLink.objects.get().uid))
    assert "Ended on" in words_of(client.get(home))
    assert words_of(client.post(home, {"for_whom": "Tower House"}), 422)


def test_those_who_only_see_are_offered_nothing_to_write(cast: Cast) -> None:
    promise, client = three_meetings(cast), signed_in(cast, "editor")
    an_entry(cast, promise, kind="step")
    assert "<form" not in words_of(client.get(page("commitment-progress", promise.uid))).partition("<main")[2]
    for name in ("evidence-links", "commitment-contact"):
        assert client.get(page(name, promise.uid)).status_code == 404


def test_the_list_takes_as_many_queries_at_three_as_at_one(cast: Cast) -> None:
    promise, client = three_meetings(cast), signed_in(cast, "organiser")
    token, home = a_link(cast, promise).token, page("commitment-progress", promise.uid)
    held(cast, token=token, words="One")
    an_entry(cast, promise, kind="reached", amount=Decimal(1))
    one = queries_of(client, home)
    for words in ("Two", "Three"):
        held(cast, token=token, words=words)
        an_entry(cast, promise, kind="reached", amount=Decimal(1))
    assert queries_of(client, home) == one


def test_the_next_day_is_kept_beside_the_clock_and_a_text(cast: Cast) -> None:
    promise, client = a_promise(cast), signed_in(cast, "leader")
    home = page("commitment-contact", promise.uid)
    said = words_of(client.get(home))
    assert "So far we have seen nothing of it." in said
    assert "Nobody has asked them about it" in said
    client.post(home, {"on": (TODAY + timedelta(days=3)).isoformat()})
    promise.refresh_from_db()
    assert promise.next_contact_on == TODAY + timedelta(days=3)
    gone = {"on": (TODAY - timedelta(days=3)).isoformat()}
    assert "Choose today or a day to come." in words_of(client.post(home, gone), 422)


def test_a_stranger_is_shown_in(cast: Cast) -> None:
    assert Client().get(page("commitment-progress", a_promise(cast).uid)).status_code == 302

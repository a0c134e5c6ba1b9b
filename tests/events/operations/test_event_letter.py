"""Letters of events: worded, let go, told once for each change, and sent by a host only where they were approved."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.events.letters.page import letters_of, previews
from m4c.events.models import Event, EventLetter, LetterToSomebody
from m4c.events.operations.event import call_off_event, edit_event, put_event_back
from m4c.events.operations.event_letter import (
    LetterRefused,
    approve_letter,
    claim_letters,
    hold_letter,
    queue_letters,
    send_as_host,
    settle_letters,
    tell_of_change,
    word_letter,
)
from m4c.events.operations.host_link import make_host_link
from m4c.people.models.account import website
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.events.letters.letters import SOON, ahead, coming, worker
from tests.factories import NOW, doers

Kind = EventLetter.Kind


def letter(event: Event, kind: str) -> EventLetter:
    """The row of a kind."""
    return EventLetter.objects.get(event=event, kind=kind)


def test_leaders_and_organisers_of_the_group_word_its_letters(cast: Cast):
    event = ahead(cast)
    given: dict[str, Any] = {"event": event, "kind": Kind.THANKS, "subject": " ", "words": " Thank you. ", "at": NOW}
    assert doers(lambda by: word_letter(**given, by=by), cast) == {"leader", "organiser", "national_organiser"}
    assert (letter(event, Kind.THANKS).subject, letter(event, Kind.THANKS).words) == ("", "Thank you.")


@pytest.mark.parametrize("subject", ["The night shelter", "Cardiff on Thursday", "Thursday\nat seven"])
def test_a_subject_names_no_group_and_nothing_that_not_everybody_may_know_of(cast: Cast, subject: str):
    given: dict[str, Any] = {"event": ahead(cast), "kind": Kind.REMINDER, "words": "", "at": NOW, "by": cast.organiser}
    with pytest.raises(LetterRefused):
        word_letter(subject=subject, **given)
    assert word_letter(subject="Thursday at seven", **given).subject == "Thursday at seven"


def test_a_public_one_may_be_named(cast: Cast):
    event = ahead(cast, visibility=Event.Visibility.PUBLIC)
    given: dict[str, Any] = {"event": event, "kind": Kind.REMINDER, "words": "", "at": NOW, "by": cast.organiser}
    assert word_letter(subject="Night shelter tomorrow", **given).subject == "Night shelter tomorrow"
    english, welsh = (one.subject for _language, one in previews(event, Kind.THANKS, None))
    assert (english, "Night shelter" in welsh) == ("Thank you for coming: Night shelter", True)


def test_whoever_words_an_approved_letter_approves_it_anew(cast: Cast):
    event = ahead(cast)
    approve_letter(event=event, kind=Kind.THANKS, at=NOW, by=cast.organiser)
    given: dict[str, Any] = {"event": event, "kind": Kind.THANKS, "subject": "", "words": "Thank you."}
    word_letter(**given, at=NOW + timedelta(hours=1), by=cast.leader)
    assert (letter(event, Kind.THANKS).approved_by, letter(event, Kind.THANKS).approved_at) == (
        cast.leader,
        NOW + timedelta(hours=1),
    )


def test_letters_by_the_clock_go_at_ten_and_follow_their_event(cast: Cast):
    event = ahead(cast)
    for kind in (Kind.REMINDER, Kind.THANKS, Kind.MISSED):
        approve_letter(event=event, kind=kind, at=NOW, by=cast.organiser)
    assert times(event) == {"reminder": "6 10:00", "thanks": "8 10:00", "missed": "9 10:00"}
    edit_event(event=event, values={"starts_at": SOON + timedelta(days=10)}, by=cast.organiser)
    assert times(event) == {"reminder": "16 10:00", "thanks": "18 10:00", "missed": "19 10:00"}
    hold_letter(event=event, kind=Kind.THANKS, by=cast.organiser)
    assert times(event).keys() == {"reminder", "missed"}


def test_the_clock_of_ten_is_londons_on_either_side_of_summer_time(cast: Cast):
    event = ahead(cast, starts_at=NOW + timedelta(days=20))  # on 25 October clocks go back
    approve_letter(event=event, kind=Kind.REMINDER, at=NOW, by=cast.organiser)
    approve_letter(event=event, kind=Kind.THANKS, at=NOW, by=cast.organiser)
    assert [f"{letter(event, kind).sends_at:%d %H}" for kind in (Kind.REMINDER, Kind.THANKS)] == ["24 09", "26 10"]


def times(event: Event) -> dict[str, str]:
    """When letters of each kind go: day and hour of London's clock."""
    rows = EventLetter.objects.filter(event=event).exclude(sends_at=None)
    return {row.kind: f"{timezone.localtime(row.sends_at):%-d %H:%M}" for row in rows}


def test_what_goes_by_itself_or_too_late_is_not_let_go(cast: Cast):
    event = ahead(cast)
    for kind, at in ((Kind.CONFIRMATION, NOW), (Kind.REMINDER, SOON), (Kind.MISSED, SOON + timedelta(days=9))):
        with pytest.raises(LetterRefused):
            approve_letter(event=event, kind=kind, at=at, by=cast.organiser)


def test_those_coming_are_told_once_for_each_change(cast: Cast):
    event = ahead(cast)
    for name, state in (("Amal Yusuf", "yes"), ("Bryn Cole", "confirmed"), ("Cai Dunn", "maybe"), ("Dai Ebo", "no")):
        coming(cast, event, name, state)
    with pytest.raises(LetterRefused, match="know how it stands"):
        tell_of_change(event=event, at=NOW, by=cast.organiser)
    edit_event(event=event, values={"place": "Library"}, by=cast.organiser)
    keep_safe(person=coming(cast, event, "Eira Ffion"), at=NOW, by=cast.organiser, contact=cast.person("organiser"))
    assert tell_of_change(event=event, at=NOW, by=cast.organiser).number == 2
    assert (event.told_change_at, event.is_untold) == (NOW, False)
    call_off_event(event=event, at=NOW, by=cast.organiser)
    assert tell_of_change(event=event, at=NOW, by=cast.leader).number == 2
    put_event_back(event=event, by=cast.organiser)
    assert tell_of_change(event=event, at=NOW, by=cast.leader).number == 2
    rows = LetterToSomebody.objects.filter(person__given_name="Amal").values_list("kind", "occasion")
    assert list(rows) == [("change", 1), ("called_off", 2), ("change", 3)]


def test_nobody_is_told_of_a_change_once_it_has_begun(cast: Cast):
    event = ahead(cast)
    edit_event(event=event, values={"place": "Library"}, by=cast.organiser)
    with pytest.raises(LetterRefused, match="It has begun"):
        tell_of_change(event=event, at=SOON, by=cast.organiser)


def test_queued_twice_is_queued_once_and_only_by_the_software(cast: Cast):
    event = ahead(cast)
    coming(cast, event)
    assert [queue_letters(event=event, kind="reminder", at=NOW, by=worker()).number for _ in range(2)] == [1, 0]
    with pytest.raises(NotAllowed):
        queue_letters(event=event, kind="reminder", at=NOW, by=cast.organiser)


def test_a_letter_is_claimed_once_and_settled(cast: Cast):
    event = ahead(cast)
    coming(cast, event)
    queue_letters(event=event, kind="reminder", at=NOW, by=worker())
    claimed = claim_letters(at=NOW, by=worker()).letters
    assert ([row.state for row in claimed], claim_letters(at=NOW, by=worker()).letters) == (["failed"], [])
    settle_letters(outcomes={claimed[0]: ("sent", "")}, at=NOW, by=worker())
    row = LetterToSomebody.objects.get()
    assert (row.state, row.why, row.settled_at) == ("sent", "", NOW)


def test_a_host_sends_what_was_approved_and_nothing_else(cast: Cast):
    event = ahead(cast)
    coming(cast, event)
    link = make_host_link(event=event, for_whom="Ada", at=NOW, by=cast.leader).link
    given: dict[str, Any] = {"link": link, "at": NOW, "by": website()}
    with pytest.raises(LetterRefused, match="approved"):
        send_as_host(kind=Kind.REMINDER, **given)
    approve_letter(event=event, kind=Kind.REMINDER, at=NOW, by=cast.leader)
    assert [send_as_host(kind=Kind.REMINDER, **given).number for _ in range(2)] == [1, 0]
    approve_letter(event=event, kind=Kind.CHANGE, at=NOW, by=cast.leader)
    edit_event(event=event, values={"place": "Library"}, by=cast.organiser)
    link.event.refresh_from_db()
    assert send_as_host(kind=Kind.CHANGE, **given).number == 1
    with pytest.raises(LetterRefused, match="too late"):
        send_as_host(link=link, kind=Kind.REMINDER, at=SOON, by=website())


def test_the_page_counts_nobody_kept_safe(cast: Cast):
    event = ahead(cast)
    safe = coming(cast, event)
    coming(cast, event, "Bryn Cole")
    queue_letters(event=event, kind="reminder", at=NOW, by=worker())
    keep_safe(person=safe, at=NOW, by=cast.organiser, contact=cast.person("organiser"))
    numbers = {line.kind.value: line.numbers for line in letters_of(cast.leader, event, NOW)}
    assert numbers["reminder"] == {}
    numbers = {line.kind.value: line.numbers for line in letters_of(cast.national_organiser, event, NOW)}
    assert numbers["reminder"] == {"queued": 1}

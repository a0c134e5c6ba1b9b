"""Letters of events by a mail server of flesh and blood: what arrives, what does not, and that nothing goes twice."""

from datetime import timedelta

import pytest
from django.conf import settings
from icalendar import Calendar

from m4c.events.door.codes import code_of, sent_code
from m4c.events.letters.tasks import queue_due_at, send_waiting_at
from m4c.events.models import Attendance, EventLetter, LetterToSomebody
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event, edit_event
from m4c.events.operations.event_letter import approve_letter, claim_letters, tell_of_change, word_letter
from m4c.people.models import Account, Person
from m4c.people.operations.consent import record_consent
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.events.letters.letters import SOON, ahead, coming, worker
from tests.events.operations.test_reply import NEST, meeting, reply
from tests.factories import NOW
from tests.mail_server import mail_server, no_server, text_of

Kind = EventLetter.Kind
LATER = NOW + timedelta(hours=1)
WELSH = "Nos Iau am saith: dewch â ŵyn, tŷ a chân"


def states() -> dict[str, tuple[str, str]]:
    """What became of each letter, by the address of whoever it went to."""
    rows = LetterToSomebody.objects.select_related("person")
    return {row.person.given_name: (row.state, row.why) for row in rows}


def test_a_letter_arrives_whole(cast: Cast, settings):
    event = ahead(cast)
    coming(cast, event)
    word_letter(event=event, kind=Kind.CHANGE, subject=WELSH, words="Dewch i'r tŷ.", at=NOW, by=cast.organiser)
    edit_event(event=event, values={"place": "Neuadd Ŵyn"}, by=cast.organiser)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    with mail_server(settings) as server:
        send_waiting_at(LATER)
        send_waiting_at(LATER)
    (letter,) = server.taken
    assert (letter["Subject"].strip(), letter["To"], letter["Auto-Submitted"]) == (
        WELSH,
        "amal@example.org",
        "auto-generated",
    )
    assert f"{event.uid}." in letter["Message-ID"]
    assert (
        "Dear Amal,\n\nDewch i'r tŷ.\n\nNight shelter\nWednesday 7 October 2026, 19:30\nNeuadd Ŵyn, CF10 1EP"
        in text_of(letter)
    )
    (file,) = letter.iter_attachments()
    (entry,) = Calendar.from_ical(file.get_content()).events
    assert (file.get_filename(), str(entry["UID"]), entry["SEQUENCE"], entry["STATUS"]) == (
        "event.ics",
        str(event.uid),
        1,
        "CONFIRMED",
    )
    assert states() == {"Amal": ("sent", "")}


def test_a_calling_off_takes_it_out_of_their_calendar(cast: Cast, settings):
    event = ahead(cast)
    coming(cast, event)
    call_off_event(event=event, at=NOW, why="The hall is flooded.", by=cast.organiser)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    with mail_server(settings) as server:
        send_waiting_at(LATER)
    (letter,) = server.taken
    (file,) = letter.iter_attachments()
    (entry,) = Calendar.from_ical(file.get_content()).events
    assert (entry["SEQUENCE"], entry["STATUS"]) == (1, "CANCELLED")
    assert letter["Subject"].strip() == "About Wednesday 7 October, 19:30"
    assert "The hall is flooded." in text_of(letter)


def test_one_address_that_is_refused_keeps_nobody_else_from_theirs(cast: Cast, settings):
    event = changed(cast)
    for name in ("Amal Yusuf", "Bryn Cole", "Cai Dunn"):
        coming(cast, event, name)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    with mail_server(settings, {"bryn@example.org": "550 nobody here", "cai@example.org": "451 greylisted"}) as server:
        send_waiting_at(LATER)
        assert states() == {
            "Amal": ("sent", ""),
            "Bryn": ("failed", "The mail server refuses the address (550)."),
            "Cai": ("queued", "The mail server asks to try again later (451)."),
        }
        server.answers.clear()
        send_waiting_at(LATER)
        assert len(server.taken) == 1
        send_waiting_at(LATER + timedelta(minutes=15))
    assert [letter["To"] for letter in server.taken] == ["amal@example.org", "cai@example.org"]
    assert states()["Cai"] == ("sent", "")


def test_a_server_that_is_down_is_told_and_tried_again(cast: Cast, settings):
    event = changed(cast)
    for name in ("Amal Yusuf", "Bryn Cole"):
        coming(cast, event, name)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    no_server(settings)
    send_waiting_at(LATER)
    assert set(states().values()) == {("queued", "No mail server answers: ConnectionRefusedError.")}
    with mail_server(settings) as server:
        for minutes in (20, 20, 40):
            send_waiting_at(LATER + timedelta(minutes=minutes))
    assert sorted(letter["To"] for letter in server.taken) == ["amal@example.org", "bryn@example.org"]
    assert set(states().values()) == {("sent", "")}


def test_what_was_broken_off_is_never_sent_by_another(cast: Cast, settings):
    event = changed(cast)
    coming(cast, event)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    assert len(claim_letters(at=LATER, by=worker()).letters) == 1
    with mail_server(settings) as server:
        send_waiting_at(LATER)
    assert server.taken == []
    assert states() == {"Amal": ("failed", "Broken off while it was sent.")}


def test_whoever_may_not_be_written_to_is_not(cast: Cast, mailoutbox):
    event = changed(cast)
    objected, safe, told_no = (coming(cast, event, name) for name in ("Amal Yusuf", "Bryn Cole", "Cai Dunn"))
    coming(cast, event, "Dilys Ebo", emails=[])
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    said = {"channel": "email", "purpose": "all", "state": "objected", "source": "Stall", "wording": "No"}
    record_consent(person=objected, at=NOW, by=cast.operator, **said)
    keep_safe(person=safe, at=NOW, by=cast.organiser, contact=cast.person("organiser"))
    event.attendances.filter(person=told_no).update(state="no")
    send_waiting_at(LATER)
    assert mailoutbox == []
    assert states() == {
        "Amal": ("held_back", "Objected on 5 October 2026."),
        "Bryn": ("held_back", "Kept safe: nothing goes out by itself."),
        "Cai": ("held_back", "It is not for them any more."),
        "Dilys": ("held_back", "We have no e-mail address of theirs."),
    }


def test_a_letter_that_would_come_too_late_does_not_go(cast: Cast, mailoutbox):
    event = changed(cast)
    coming(cast, event)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    send_waiting_at(SOON)
    assert (mailoutbox, states()) == ([], {"Amal": ("held_back", "It would have come too late.")})


def test_a_reply_is_confirmed_with_the_link_that_changes_it(cast: Cast, mailoutbox):
    replied = reply(meeting(cast), NEST)
    send_waiting_at(LATER)
    (letter,) = mailoutbox
    assert letter.to == ["nest.abara@example.org"]
    assert replied.token in letter.body
    assert letter.attachments[0][0] == "event.ics"


def test_a_confirmation_carries_the_code_for_the_door(cast: Cast, mailoutbox):
    event = meeting(cast)
    reply(event, NEST)
    send_waiting_at(LATER)
    (letter,) = mailoutbox
    place = Attendance.objects.get(event=event)
    assert f"Your code for the door, to show on your phone:\n{settings.SITE_URL}{code_of(place)}\n" in letter.body


def test_a_reminder_carries_it_and_what_is_online_alone_has_none(cast: Cast, mailoutbox):
    event, online = ahead(cast), ahead(cast, title="Online", place="", postcode="", link="https://meet.example.org/x")
    coming(cast, event)
    coming(cast, online, "Bryn Cole")
    for one in (event, online):
        approve_letter(event=one, kind=Kind.REMINDER, at=NOW, by=cast.organiser)
    morning = SOON - timedelta(days=1, hours=9)
    queue_due_at(morning)
    send_waiting_at(morning)
    assert {letter.to[0]: "/door/code/" in letter.body for letter in mailoutbox} == {
        "amal@example.org": True,
        "bryn@example.org": False,
    }


def test_no_code_is_made_for_somebody_kept_safe_or_once_it_is_over(cast: Cast):
    event = ahead(cast)
    amal, safe = coming(cast, event), coming(cast, event, "Bryn Cole")
    keep_safe(person=safe, at=NOW, by=cast.organiser, contact=cast.person("organiser"))
    told = [bool(sent_code(event, person.pk, at)) for person in (amal, safe) for at in (NOW, SOON + timedelta(days=2))]
    assert told == [True, False, False, False]


def test_letters_by_the_clock_go_once_and_only_where_they_are_wanted(cast: Cast, mailoutbox):
    event, quiet = ahead(cast), ahead(cast, title="Quiet")
    for one in (event, quiet):
        coming(cast, one, "Amal Yusuf" if one == event else "Bryn Cole")
    approve_letter(event=event, kind=Kind.REMINDER, at=NOW, by=cast.organiser)
    queue_due_at(NOW + timedelta(hours=1))
    assert LetterToSomebody.objects.count() == 0
    morning = SOON - timedelta(days=1, hours=9)
    for _again in range(2):
        queue_due_at(morning)
        send_waiting_at(morning)
    assert [letter.to for letter in mailoutbox] == [["amal@example.org"]]


def test_only_who_came_is_thanked_and_only_who_did_not_was_missed(cast: Cast, mailoutbox):
    event = ahead(cast)
    for name, state in (("Amal Yusuf", "came"), ("Bryn Cole", "yes"), ("Cai Dunn", "did_not_come"), ("Dai Ebo", "no")):
        coming(cast, event, name, state)
    for kind in (Kind.THANKS, Kind.MISSED):
        approve_letter(event=event, kind=kind, at=NOW, by=cast.organiser)
    after = SOON + timedelta(days=2)
    queue_due_at(after)
    send_waiting_at(after)
    to = {letter.to[0]: "Thank you" in letter.body for letter in mailoutbox}
    assert to == {"amal@example.org": True, "bryn@example.org": False, "cai@example.org": False}


def test_a_welsh_reader_is_written_to_in_welsh(cast: Cast, mailoutbox):
    event = changed(cast)
    coming(cast, event, language=Person.Language.WELSH)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    send_waiting_at(LATER)
    assert "Hydref 2026" in mailoutbox[0].body


@pytest.mark.parametrize(("link", "told"), [("", "19:30\n"), ("https://meet.example.org/x", "19:30 (BST)")])
def test_the_clock_is_named_where_people_may_be_elsewhere(cast: Cast, mailoutbox, link: str, told: str):
    event = changed(cast)
    coming(cast, event)
    edit_event(event=event, values={"link": link}, by=cast.organiser)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    send_waiting_at(LATER)
    assert told in mailoutbox[0].body


def test_what_is_online_is_told_by_the_readers_own_clock_too(cast: Cast, mailoutbox):
    event = ahead(cast, place="", postcode="", link="https://meet.example.org/x")
    for persona, zone in (("member", "Asia/Kolkata"), ("leader", "")):
        Account.objects.filter(pk=getattr(cast, persona).pk).update(time_zone=zone)
        record_attendance(event=event, person=cast.person(persona), state="yes", by=cast.operator)
    call_off_event(event=event, at=NOW, by=cast.organiser)
    tell_of_change(event=event, at=NOW, by=cast.organiser)
    send_waiting_at(LATER)
    told = {letter.to[0]: "in Kolkata)" in letter.body for letter in mailoutbox}
    assert told == {cast.member.email: True, cast.leader.email: False}


def changed(cast: Cast):
    """An event whose place changed, and nobody was told."""
    event = ahead(cast)
    edit_event(event=event, values={"place": "Library"}, by=cast.organiser)
    return event

"""The front desk: welcomes, messages and complaints with their days, and what the whole site says."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import (
    Channel,
    Complaint,
    Consent,
    ContactMessage,
    PersonEmail,
    PrivacyNotice,
    Purpose,
    SiteNotice,
    Welcome,
)
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.public_words import set_imprint
from tests.cast import Cast
from tests.factories import queries_of, signed_in, somebody, words_of

TODAY = timezone.localdate()
WHO = {"email": "ebo.iwu@example.org", "words": "Hello there", "language": "en-gb"}


def welcome(cast: Cast, name: str = "Nest Abara", due_on: date = TODAY, **more: Any) -> Welcome:
    """Somebody of Cardiff whom the leader is to welcome."""
    given: dict[str, Any] = {"welcomer": cast.leader, "group": cast.cardiff} | more
    person = somebody(cast, name, phones=["+447700900155"])
    return Welcome.objects.create(person=person, due_on=due_on, notice=notice_shown(1), made_at=timezone.now(), **given)


def message(cast: Cast, name: str = "Ebo Iwu") -> ContactMessage:
    """Somebody wrote to Cardiff."""
    return ContactMessage.objects.create(
        group=cast.cardiff, name=name, notice=notice_shown(1), made_at=timezone.now(), **WHO
    )


def complaint(cast: Cast, name: str = "Ebo Iwu") -> Complaint:
    """Somebody complained, a month ago."""
    days = {"acknowledge_by": TODAY - timedelta(days=1), "answer_by": TODAY + timedelta(days=1)}
    made_at = timezone.now() - timedelta(days=30)
    return Complaint.objects.create(
        group=cast.movement, kind="data", name=name, notice=notice_shown(1), made_at=made_at, **days, **WHO
    )


def test_a_leader_finds_whom_to_welcome_and_how_to_reach_them(cast: Cast) -> None:
    made = welcome(cast)
    page = words_of(signed_in(cast, "leader").get(reverse("welcomes")))

    assert all(word in page for word in ("Nest Abara", "07700 900155", "Yours to welcome"))
    assert reverse("person", kwargs={"uid": made.person.uid}) not in page  # not hers to open until they have met


def test_an_organiser_hands_a_welcome_to_somebody_else(cast: Cast) -> None:
    made = welcome(cast, due_on=TODAY + timedelta(days=3))
    address = reverse("hand-over-welcome", kwargs={"uid": made.uid})
    client = signed_in(cast, "organiser")
    assert address in words_of(client.get(reverse("welcomes")))
    assert "Bethan Griffiths" in words_of(client.get(address))
    words_of(client.post(address, {"to": str(cast.member.uid)}), 422)
    assert client.post(address, {"to": str(cast.organiser.uid)})["Location"] == reverse("welcomes")
    assert "Nest Abara" in words_of(signed_in(cast, "organiser").get(reverse("today")))
    assert address not in words_of(signed_in(cast, "leader").get(reverse("welcomes")))


def test_a_persons_page_says_who_welcomes_them(cast: Cast) -> None:
    made = welcome(cast)
    address = reverse("person", kwargs={"uid": made.person.uid})
    client = signed_in(cast, "organiser")
    text = words_of(client.get(address))
    assert all(words in text for words in ("Their welcome", "Bethan Griffiths welcomes them", "Somebody else does it"))
    client.post(reverse("mark-welcomed", kwargs={"uid": made.uid}))
    text = words_of(client.get(address))
    assert ("said hello on" in text, "Somebody else does it" in text) == (True, False)


def test_whoever_objected_is_not_rung_to_say_hello(cast: Cast) -> None:
    made = welcome(cast)
    PersonEmail.objects.create(person=made.person, address="nest@example.org")
    objected: dict[str, Any] = {
        "state": Consent.State.OBJECTED,
        "at": timezone.now(),
        "source": "By phone",
        "taken_by": cast.operator,
    }

    def ways() -> list[str]:
        page = words_of(signed_in(cast, "leader").get(reverse("welcomes")))
        return [way for way in ("07700 900155", "nest@example.org") if way in page]

    assert ways() == ["07700 900155", "nest@example.org"]
    Consent.objects.create(person=made.person, purpose=Purpose.NEWS, channel=Channel.PHONE, **objected)
    assert ways() == ["nest@example.org"]
    Consent.objects.create(person=made.person, purpose=Purpose.ALL, channel=Channel.EMAIL, **objected)
    assert ways() == []


def test_no_list_gives_a_way_to_somebody_kept_safe(cast: Cast) -> None:
    made = Welcome.objects.create(
        person=cast.person("protected_member"),
        group=cast.cardiff,
        welcomer=cast.leader,
        due_on=TODAY,
        notice=notice_shown(1),
        made_at=timezone.now(),
    )
    PersonEmail.objects.create(person=made.person, address="quiet@example.org")
    assert "quiet@example.org" not in words_of(signed_in(cast, "leader").get(reverse("welcomes")))


def test_welcoming_is_one_press(cast: Cast) -> None:
    made = welcome(cast)
    client = signed_in(cast, "leader")
    client.post(reverse("mark-welcomed", kwargs={"uid": made.uid}))

    page = words_of(client.get(reverse("welcomes")))
    assert ("Everybody has been welcomed" in page, "Welcomed lately" in page) == (True, True)


def test_messages_are_read_and_answered(cast: Cast) -> None:
    made, client = message(cast), signed_in(cast, "organiser")
    before = words_of(client.get(reverse("messages")))
    client.post(reverse("answer-message", kwargs={"uid": made.uid}))

    assert ("Hello there" in before, "Nothing waits for you" in words_of(client.get(reverse("messages")))) == (
        True,
        True,
    )


def test_a_complaint_shows_its_clock_and_takes_its_answer(cast: Cast) -> None:
    made, client = complaint(cast), signed_in(cast, "data_protection")
    listed = words_of(client.get(reverse("complaints")))
    address = reverse("answer-complaint", kwargs={"uid": made.uid})
    refused = client.post(address, {"state": "answered", "words": ""})
    client.post(address, {"state": "answered", "words": "We are sorry."})

    assert ("acknowledge by" in listed, refused.status_code) == (True, 422)
    shown = words_of(client.get(reverse("complaint", kwargs={"uid": made.uid})))
    assert ("We are sorry." in shown, "To be acknowledged by" in shown, "To be answered by" in shown) == (
        True,
        False,
        False,
    )


def test_the_answer_to_a_complaint_is_mailed_from_its_page(cast: Cast) -> None:
    made, client = complaint(cast), signed_in(cast, "data_protection")
    page, letter = (reverse(name, kwargs={"uid": made.uid}) for name in ("complaint", "mail-complaint-answer"))
    assert letter not in words_of(client.get(page))
    client.post(reverse("answer-complaint", kwargs={"uid": made.uid}), {"state": "answered", "words": "Sorry."})
    offered = words_of(client.get(page))
    assert (letter in offered, "Nobody has checked that this address is theirs" in offered) == (True, True)
    client.post(letter)
    shown = words_of(client.get(page))
    assert ("Sent to ebo.iwu@example.org" in shown, letter in shown) == (True, False)


def test_an_acknowledged_complaint_waits_for_its_answer_alone(cast: Cast) -> None:
    made, client = complaint(cast), signed_in(cast, "data_protection")
    client.post(reverse("answer-complaint", kwargs={"uid": made.uid}), {"state": "acknowledged", "words": ""})
    shown = words_of(client.get(reverse("complaint", kwargs={"uid": made.uid})))
    listed = words_of(client.get(reverse("complaints")))
    assert ("To be acknowledged by" in shown, "Acknowledged on" in shown, "To be answered by" in shown) == (
        False,
        True,
        True,
    )
    assert ("acknowledge by" in listed, "answer by" in listed) == (False, True)


@pytest.mark.parametrize(
    ("persona", "name", "make"),
    [
        ("organiser", "welcomes", welcome),
        ("organiser", "messages", message),
        ("data_protection", "complaints", complaint),
    ],
)
def test_lists_ask_as_little_for_three_as_for_one(cast: Cast, persona: str, name: str, make: Any) -> None:
    make(cast, "Ann One")
    one = queries_of(signed_in(cast, persona), reverse(name))
    for number in ("Two", "Three"):
        make(cast, f"Ann {number}")

    assert queries_of(signed_in(cast, persona), reverse(name)) == one


def test_the_next_version_of_the_notice_begins_with_the_words_that_hold(cast: Cast) -> None:
    client = signed_in(cast, "admin")
    begun = words_of(client.get(reverse("write-privacy-notice")))
    both = {"words_en": "Little.", "words_cy": "Ychydig.", "valid_from": TODAY.isoformat()}
    client.post(reverse("write-privacy-notice"), both)

    assert "Who is responsible" in begun
    assert PrivacyNotice.objects.values_list("number", "words_en").first() == (2, "Little.")


def test_what_is_refused_comes_back_with_its_words(cast: Cast) -> None:
    typed = {"kind": "info", "words_en": "Closed", "words_cy": "Ar gau", "from_day": TODAY.isoformat()}
    before = (TODAY - timedelta(days=1)).isoformat()
    page = words_of(signed_in(cast, "admin").post(reverse("write-site-notice"), {**typed, "until_day": before}), 422)

    assert ("It ends after it begins." in page, "Ar gau" in page, SiteNotice.objects.count()) == (True, True, 0)


def test_what_stands_is_shown_and_taken_down(cast: Cast) -> None:
    client, day = signed_in(cast, "admin"), TODAY.isoformat()
    typed = {"kind": "urgent", "words_en": "Closed", "words_cy": "Ar gau", "from_day": day, "until_day": day}
    client.post(reverse("write-site-notice"), typed)
    page = words_of(client.get(reverse("public-words")))
    client.post(reverse("take-down-site-notice", kwargs={"uid": SiteNotice.objects.get().uid}))

    assert ("Closed" in page, "stands now" in page) == (True, True)
    assert "None stands." in words_of(client.get(reverse("public-words")))


def test_forms_of_what_the_site_says_begin_with_what_stands(cast: Cast) -> None:
    set_imprint(
        promoter_name="Delroy Bent",
        promoter_address="1 High Street",
        on_behalf_of="Us",
        valid_from=TODAY,
        by=cast.admin,
    )
    client = signed_in(cast, "admin")
    assert all(words in words_of(client.get(reverse("write-imprint"))) for words in ("Delroy Bent", "1 High Street"))

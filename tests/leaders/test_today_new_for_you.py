"""Whoever was named to stay in touch with somebody reads it on Today and in their list, for a fortnight."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_taken_on import taken_on
from m4c.people.models import Account, Person
from m4c.people.operations.person_contact import name_contact
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import signed_in, somebody, words_of

TODAY = timezone.localdate()


def named(cast: Cast, *people: Person, on: date = TODAY, contact: str = "leader") -> None:
    name_contact(people=people, contact=cast.person(contact), group=cast.cardiff, on=on, by=cast.organiser)


def titles(account: Account) -> list[str]:
    return [line.title for line in taken_on(account, Moment(timezone.now()))]


def test_it_stands_on_the_contacts_today_alone_for_a_fortnight(cast: Cast) -> None:
    named(cast, somebody(cast))
    named(cast, somebody(cast, "Ebo Iwu"), on=TODAY - timedelta(days=14))
    named(cast, somebody(cast, "Nia Parry"), contact="organiser")  # whom she took on herself
    assert (titles(cast.leader), titles(cast.organiser)) == (["Amal Yusuf"], [])
    assert "New for you: you stay in touch with them for Cardiff" in words_of(
        signed_in(cast, "leader").get(reverse("today"))
    )


def test_many_are_told_in_a_line_that_leads_to_their_list(cast: Cast) -> None:
    people = [somebody(cast, f"Amal Number{number}") for number in "abcde"]
    named(cast, *people)
    assert len(titles(cast.leader)) == 4
    assert titles(cast.leader)[-1] == "2 more are new for you"
    client = signed_in(cast, "leader")
    page = words_of(client.get(reverse("people"), {"contact": "new"}))
    assert (page.count("New for you"), "new for me, within two weeks" in page) == (5, True)
    assert words_of(client.get(reverse("people"))).count("New for you") == 5
    assert "New for you" not in words_of(signed_in(cast, "organiser").get(reverse("people")))


def test_nobody_kept_safe_is_told(cast: Cast) -> None:
    amal = somebody(cast)
    named(cast, amal)
    keep_safe(person=amal, at=timezone.now(), contact=cast.person("organiser"), by=cast.organiser)
    assert titles(cast.leader) == []

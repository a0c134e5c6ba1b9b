"""The filters that people itself has: each part by itself and together, by what the account may see alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from m4c.people.models import Engagement, Group, Membership, Person, PersonContact, Tag
from m4c.people.operations.consent import record_consent
from m4c.people.operations.membership import join
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.tag import tag_people
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.people.filters.listing import asked, found

Add = Callable[..., Person]


@pytest.fixture
def amal(cast: Cast, add: Add) -> Person:
    return add("Amal Yusuf", cast.cardiff, postcode="CF3 0LN", phones=["+447700900101"])


@pytest.fixture
def bet(cast: Cast, add: Add) -> Person:
    return add("Bet Yusuf", cast.st_mellons, postcode="CF31 1AA")


def engage(person: Person, group: Group, days: int, kind: str = "came") -> None:
    number = Engagement.objects.count()
    Engagement.objects.create(
        kind=kind,
        person=person,
        at=NOW - timedelta(days=days),
        group=group,
        source_type="x.y",
        source_id=9_000 + number,
    )


def tagged(cast: Cast, person: Person, name: str = "driver") -> Tag:
    tag_people(people=[person], name=name, group=cast.cardiff, at=NOW, by=cast.operator)
    return Tag.objects.get(name=name)


FORMS = [("cf3", True), ("CF3 0", True), ("cf30", True), ("cf30ln", True), ("CF3 0LN", True), ("c", True)]
OTHERS = [("cf31", False), ("CF 30", True), ("f3", False), ("cf4", False), ("%", False)]


@pytest.mark.parametrize(("typed", "is_through"), FORMS + OTHERS)
def test_by_the_beginning_of_a_postcode(cast: Cast, amal: Person, typed: str, is_through: bool) -> None:
    assert found(cast, postcode=typed) == (["Amal"] if is_through else [])


def test_by_the_role_in_any_group_or_in_the_one_chosen(cast: Cast, amal: Person, bet: Person) -> None:
    join(person=amal, group=cast.cardiff, role=Membership.Role.CHAIR, on=TODAY, by=cast.operator)
    assert (found(cast, role="chair"), found(cast, role="chair", group="st-mellons")) == (["Amal"], [])
    assert found(cast, role="supporter", group="st-mellons") == ["Bet"]
    Membership.objects.filter(person=amal, role="chair").update(ended_on=TODAY)
    assert found(cast, role="chair") == []


def test_a_role_elsewhere_is_not_told(cast: Cast, amal: Person) -> None:
    join(person=amal, group=cast.manchester, role=Membership.Role.CHAIR, on=TODAY, by=cast.operator)
    assert (found(cast, role="chair"), found(cast, "national_organiser", role="chair")) == ([], ["Amal"])


def test_by_two_tags_and_without_one(cast: Cast, amal: Person, bet: Person) -> None:
    driver, singer = tagged(cast, amal), tagged(cast, amal, "singer")
    tagged(cast, bet)
    assert found(cast, tag=driver.uid, also_tagged=singer.uid) == ["Amal"]
    assert found(cast, tag=driver.uid, not_tagged=singer.uid) == ["Bet"]
    words = asked(cast, tag=driver.uid, also_tagged=singer.uid, not_tagged=driver.uid).in_words
    assert words == "tagged “driver”, and “singer”, without the tag “driver”"


def test_by_tag(cast: Cast, amal: Person, bet: Person) -> None:
    tag = tagged(cast, amal)
    assert found(cast, tag=tag.uid) == ["Amal"]
    assert asked(cast, tag=tag.uid).in_words == "tagged “driver”"
    assert asked(cast, "organiser_elsewhere", tag=tag.uid).problems  # a tag that one does not see


def test_by_language(cast: Cast, amal: Person, bet: Person) -> None:
    Person.objects.filter(pk=bet.pk).update(language="cy")
    assert (found(cast, language="cy"), found(cast, language="en")) == (["Bet"], ["Amal"])


def test_by_how_long_nobody_was_in_touch(cast: Cast, amal: Person) -> None:
    assert (found(cast, quiet=90), found(cast, lately=90)) == (["Amal"], [])
    engage(amal, cast.cardiff, 89, kind="held_one_to_one")
    assert (found(cast, quiet=90), found(cast, quiet=80), found(cast, lately=90)) == ([], ["Amal"], ["Amal"])


def test_only_by_engagements_that_one_sees(cast: Cast, amal: Person) -> None:
    engage(amal, cast.manchester, 10)
    assert (found(cast, lately=30), found(cast, "national_organiser", lately=30)) == ([], ["Amal"])


def test_by_who_stays_in_touch(cast: Cast, amal: Person, bet: Person) -> None:
    facts = {"group": cast.cardiff, "since": TODAY, "given_by": cast.operator}
    PersonContact.objects.create(person=amal, contact=cast.person("organiser"), **facts)
    assert (found(cast, contact="mine"), found(cast, contact="somebody")) == (["Amal"], ["Amal"])
    assert found(cast, contact="nobody") == ["Bet"]


def test_by_consent_as_the_channels_own_rules_have_it(cast: Cast, amal: Person, bet: Person) -> None:
    said: dict[str, Any] = {
        "purpose": "news",
        "wording": "Yes",
        "source": "the stall",
        "at": NOW - timedelta(days=1),
        "by": cast.operator,
    }
    record_consent(person=amal, channel="email", state="given", **said)
    record_consent(person=bet, channel="phone", state="objected", **said)
    assert (found(cast, by="email"), found(cast, by="email", said="may-not")) == (["Amal"], ["Bet"])
    assert (found(cast, by="phone"), found(cast, by="phone", said="may-not")) == (["Amal"], ["Bet"])
    assert (found(cast, by="email", said="unasked"), found(cast, by="phone", said="unasked")) == (["Bet"], ["Amal"])


def test_all_together_in_words(cast: Cast, amal: Person, bet: Person) -> None:
    tag = tagged(cast, amal)
    tagged(cast, bet)
    both: dict[str, Any] = {"tag": tag.uid, "postcode": "cf3", "quiet": 90}
    assert found(cast, **both) == ["Amal", "Bet"]
    assert found(cast, group="st-mellons", **both) == ["Bet"]
    form = asked(cast, group="cardiff", **both)
    assert form.in_words == (
        "in Cardiff, tagged “driver”, with a postcode that begins CF3, no contact for more than 90 days"
    )
    assert form.address == f"group=cardiff&tag={tag.uid}&postcode=cf3&quiet=90"


EACH: dict[str, Any] = {
    "role": "supporter",
    "language": "en",
    "postcode": "cf",
    "quiet": 9,
    "contact": "nobody",
    "by": "phone",
}


@pytest.mark.parametrize("name", [*EACH, "tag"])
def test_whoever_is_kept_safe_comes_up_by_no_filter(cast: Cast, amal: Person, name: str) -> None:
    tag = tagged(cast, amal)
    address = EACH | {"tag": tag.uid}
    assert found(cast, **{name: address[name]}) == ["Amal"]
    keep_safe(person=amal, by=cast.organiser, at=NOW)
    contact = "organiser"  # who pressed it, and still sees her in the list itself
    assert found(cast, contact, **{name: address[name]}) == []


@pytest.mark.parametrize("name", [*EACH, "tag"])
def test_whoever_leads_elsewhere_finds_nobody_by_any_filter(cast: Cast, amal: Person, name: str) -> None:
    address = EACH | {"tag": tagged(cast, amal).uid}
    assert found(cast, "leader_elsewhere", **{name: address[name]}) == []


NONSENSE = [
    ({"role": "pope"}, "Role in a group: Select a valid choice. pope is not one of the available choices."),
    ({"tag": "x"}, "Tag: There is no such tag among those that you see."),
    ({"quiet": "soon"}, "Days without contact, more than: Enter a whole number."),
    ({"quiet": "0"}, "Days without contact, more than: Ensure this value is greater than or equal to 1."),
    ({"said": "unasked"}, "Way to reach them: Say which way to reach them you mean."),
    ({"q": "x" * 1_000}, "This is more than a filter can hold."),
    ({"colour": "red"}, "“colour” is nothing that you can filter by."),
    ({"group": "manchester"}, "Group: There is no such group among yours."),
]


@pytest.mark.parametrize(("address", "sentence"), NONSENSE)
def test_nonsense_is_told_and_lists_nobody(cast: Cast, amal: Person, address: dict[str, str], sentence: str) -> None:
    assert (asked(cast, **address).problems, found(cast, **address)) == ([sentence], [])


def test_nothing_set_lets_everybody_through(cast: Cast, amal: Person) -> None:
    form = asked(cast)
    assert (found(cast), form.in_use, form.in_words, form.address) == (["Amal"], [], "", "")

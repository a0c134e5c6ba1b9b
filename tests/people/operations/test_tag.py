"""Tags: a word once in a group, on people one may see, by whom and when; never a score of support."""

import pytest
from django.urls import reverse

from m4c.core.errors import NotAllowed
from m4c.people.models import Account, Person, Tag, Tagging
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.tag import TagRefused, tag_people, untag_people
from m4c.people.own_fields.scores import reads_like_a_score
from tests.cast import Cast
from tests.factories import NOW, seers, signed_in, somebody, words_of


def tag(cast: Cast, *people: Person, name: str = "Has a van", by: Account | None = None, **more: object) -> Tag:
    facts = {"group": cast.cardiff, "at": NOW, "by": by or cast.operator} | more
    tag_people(people=people, name=name, **facts)  # type: ignore[arg-type]
    return Tag.objects.latest("pk")


def test_many_get_one_tag_once_whatever_its_case(cast: Cast) -> None:
    amal, kofi = somebody(cast), cast.person("member")
    tag(cast, amal, kofi, by=cast.organiser)
    van = tag(cast, amal, name="  has  a VÁN ")
    assert (Tag.objects.count(), van.name, Tagging.objects.count()) == (1, "Has a van", 2)
    assert set(Person.objects.tagged(van)) == {amal, kofi}
    first = Tagging.objects.get(person=amal)
    assert (first.by, first.at) == (cast.organiser, NOW)


def test_a_tag_of_a_group_above_is_used_and_not_made_again(cast: Cast) -> None:
    amal = somebody(cast)
    movements = tag(cast, cast.person("organiser_elsewhere"), group=cast.movement)
    assert tag(cast, amal, by=cast.organiser) == movements
    assert set(Person.objects.tagged(movements)) == {amal, cast.person("organiser_elsewhere")}


def test_it_is_read_by_who_sees_the_person_and_the_tag(cast: Cast) -> None:
    met = somebody(cast, met_by=cast.person("leader"))
    tag(cast, met)
    assert seers(cast, Tagging.objects.get()) == {"leader", "organiser", "national_organiser", "data_protection"}
    keep_safe(person=met, by=cast.leader, at=NOW)
    assert not Tagging.objects.visible_to(cast.fresh("organiser")).exists()


def test_taken_off_it_is_gone_and_the_tag_stays(cast: Cast) -> None:
    amal = somebody(cast)
    van = tag(cast, amal)
    with pytest.raises(NotAllowed):
        untag_people(people=[amal], tag=van, by=cast.organiser_elsewhere)
    untag_people(people=[amal], tag=van, by=cast.organiser)
    assert (Tagging.objects.count(), Tag.objects.count()) == (0, 1)


def test_one_names_people_one_sees_and_makes_tags_where_one_may(cast: Cast) -> None:
    with pytest.raises(Unseen):
        tag(cast, cast.person("member"), by=cast.leader)
    with pytest.raises(NotAllowed):
        tag(cast, somebody(cast), group=cast.movement, by=cast.organiser)
    elsewhere = tag(cast, cast.person("organiser_elsewhere"), group=cast.manchester)
    with pytest.raises(TagRefused):
        untag_people(people=[somebody(cast)], tag=elsewhere, by=cast.organiser)


SCORES = ["3", "1-5", "A1", "Strong yes", "soft NO", "Supporter level", "support level 2", "Score", "Persuadable"]


@pytest.mark.parametrize("name", [*SCORES, "Strongly against", "Lean support", "Voter ID"])
def test_what_reads_like_a_score_is_refused(cast: Cast, name: str) -> None:
    with pytest.raises(TagRefused) as refused:
        tag(cast, somebody(cast), name=name)
    assert (refused.value.code, Tag.objects.count()) == ("score", 0)


@pytest.mark.parametrize("name", ["Has a van", "Level crossing", "Band of St Mellons", "Supports City", "Year 7"])
def test_what_people_do_or_care_about_is_none(name: str) -> None:
    assert not reads_like_a_score(name)


def test_tags_are_changed_on_a_page_and_stand_on_the_persons(cast: Cast) -> None:
    amal, client = somebody(cast), signed_in(cast, "organiser")
    page, person = reverse("tags", kwargs={"uid": amal.uid}), reverse("person", kwargs={"uid": amal.uid})
    assert "None yet." in words_of(client.get(page))
    assert "reads like a score" in words_of(client.post(page, {"name": "Strong yes", "group": "cardiff"}), 422)
    client.post(page, {"name": "Speaks Arabic", "group": "cardiff"})
    assert "Speaks Arabic" in words_of(client.get(person))
    off = reverse("untag", kwargs={"uid": amal.uid, "tag": Tag.objects.get().uid})
    client.post(off)
    assert "Speaks Arabic" not in words_of(client.get(person))

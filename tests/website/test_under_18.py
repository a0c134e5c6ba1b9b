"""No picture and no story of somebody under 18 goes out without a parent's word beside their own."""

from datetime import date

import pytest
from django.utils import timezone

from m4c.people.models import BirthBand, Person
from m4c.people.operations.birth_band import say_age
from m4c.website.models import Picture
from m4c.website.operations.editors import collection_of
from m4c.website.operations.picture import Face, say_who_is_recognised
from m4c.website.story_consent import NotAgreed
from tests.cast import Cast
from tests.factories import somebody
from tests.website.site import AGREED, page_of, picture, story_below

AGREED_ON = date(2026, 10, 1)


def nia(cast: Cast) -> Person:
    return somebody(cast, "Nia Parry")


def young(cast: Cast, person: Person, band: str = BirthBand.Band.YOUNG) -> None:
    say_age(person=person, band=band, at=timezone.now(), by=cast.organiser)


def shown(cast: Cast, parent_agreed: str = "") -> Picture:
    made = picture(collection=collection_of(cast.cardiff))
    face = Face("Nia Parry", AGREED_ON, "In writing", parent_agreed=parent_agreed)
    say_who_is_recognised(picture=made, faces=[face], by=cast.editor)
    return Picture.objects.get(pk=made.pk)


def test_a_picture_waits_for_a_parents_word(laid_out: Cast) -> None:
    young(laid_out, nia(laid_out))
    assert shown(laid_out).is_kept_back
    assert not shown(laid_out, "Her mother, by phone, 1 October").is_kept_back


def test_a_picture_comes_down_once_it_is_known_and_back_once_they_are_grown(laid_out: Cast) -> None:
    person = nia(laid_out)
    made = shown(laid_out)
    assert not made.is_kept_back
    young(laid_out, person)
    assert Picture.objects.get(pk=made.pk).is_kept_back
    young(laid_out, person, BirthBand.Band.ADULT)
    assert not Picture.objects.get(pk=made.pk).is_kept_back


@pytest.mark.parametrize("known", [True, False])
def test_a_story_waits_for_a_parents_word(laid_out: Cast, known: bool) -> None:
    if known:
        young(laid_out, nia(laid_out))
    name = {"given_name": "Nia", "family_name": "Parry", "teller": "Nia", "is_under_18": not known}
    story = story_below(page_of(laid_out.cardiff), **AGREED | name)
    with pytest.raises(NotAgreed) as refused:
        story.check_may_be_public()
    assert refused.value.code == "parent_not_asked"
    story.parent_agreed = "Her mother, by phone"
    story.check_may_be_public()

"""Pictures of an event: kept back until each in them agreed, off at once when one does no longer, and who sees what."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event
from m4c.people.models import BirthBand, Person
from m4c.people.operations.birth_band import say_age
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.protection import keep_safe
from m4c.website.models import Picture, Recognised
from m4c.website.operations.event_picture import (
    Agreement,
    add_event_picture,
    name_in_picture,
    say_agreed,
    take_agreement_back,
    take_off_event,
)
from m4c.website.operations.picture import RecognisedRefused, take_pictures_down
from tests.cast import Cast
from tests.factories import doers, gathering, queries_of, signed_in, somebody, words_of
from tests.website.site import picture_bytes

SEEN = "Nine of us round a table"
YES = Agreement(agreed_on=timezone.localdate() - timedelta(days=2), how="asked at the door")


@pytest.fixture
def event(laid_out: Cast) -> Event:
    """A public meeting that is over."""
    then = timezone.now() - timedelta(days=3)
    return gathering(laid_out, starts_at=then, visibility=Event.Visibility.PUBLIC)


def added(cast: Cast, event: Event, shows: str = "people", **more: Any) -> Picture:
    """A picture of it."""
    file = SimpleUploadedFile("table.jpg", picture_bytes())
    given: dict[str, Any] = {"event": event, "file": file, "description": SEEN, "shows": shows, "by": cast.organiser}
    return add_event_picture(**(given | more))


def named(cast: Cast, picture: Picture, person: Person, agreement: Agreement = YES, **more: Any) -> Recognised:
    """Somebody in it."""
    name_in_picture(picture=picture, person=person, agreement=agreement, by=cast.organiser, **more)
    return Recognised.objects.latest("pk")


def is_public(event: Event) -> bool:
    """Whether everybody sees it on the event's page."""
    return SEEN in words_of(Client().get(reverse("public-event", kwargs={"uid": event.uid})))


def test_one_without_people_is_public_at_once(laid_out: Cast, event: Event) -> None:
    assert not is_public(event)
    picture = added(laid_out, event, "nobody")
    assert (is_public(event), picture.title, picture.collection.name) == (
        True,
        event.title,
        str(laid_out.cardiff.uid),
    )


def test_one_with_people_waits_for_each_of_them(laid_out: Cast, event: Event) -> None:
    picture = added(laid_out, event)
    assert not is_public(event)
    named(laid_out, picture, laid_out.person("organiser"))
    assert is_public(event)
    row = named(laid_out, picture, somebody(laid_out), Agreement())
    assert not is_public(event)
    say_agreed(picture=picture, row=row, agreement=YES, by=laid_out.organiser)
    assert is_public(event)


def test_taking_it_back_takes_it_off_at_once_and_only_a_later_word_brings_it_back(laid_out: Cast, event: Event) -> None:
    picture = added(laid_out, event)
    row = named(laid_out, picture, somebody(laid_out))
    assert is_public(event)
    take_agreement_back(picture=picture, row=row, on=timezone.localdate(), by=laid_out.organiser)
    assert not is_public(event)
    with pytest.raises(RecognisedRefused, match="only a new one"):
        say_agreed(picture=picture, row=row, agreement=YES, by=laid_out.organiser)
    assert Recognised.objects.get().withdrawn_on == timezone.localdate()
    anew = Agreement(timezone.localdate(), "rang me")
    say_agreed(picture=picture, row=row, agreement=anew, by=laid_out.organiser)
    assert is_public(event)


def test_the_press_on_a_persons_page_reaches_it(laid_out: Cast, event: Event) -> None:
    amal = somebody(laid_out)
    named(laid_out, added(laid_out, event), amal)
    take_pictures_down(person=amal, by=laid_out.organiser)
    assert not is_public(event)


def test_of_somebody_under_18_a_parent_agrees_besides(laid_out: Cast, event: Event) -> None:
    child, picture = somebody(laid_out), added(laid_out, event)
    say_age(person=child, band=BirthBand.Band.YOUNG, at=timezone.now(), by=laid_out.organiser)
    row = named(laid_out, picture, child)
    assert not is_public(event)
    by_both = Agreement(YES.agreed_on, YES.how, "her mother, by telephone")
    say_agreed(picture=picture, row=row, agreement=by_both, by=laid_out.organiser)
    assert is_public(event)


def test_somebody_kept_safe_is_in_no_picture_that_is_public(laid_out: Cast, event: Event) -> None:
    hana = laid_out.person("protected_member")
    with pytest.raises(Unseen):
        named(laid_out, added(laid_out, event), hana)
    name_in_picture(picture=Picture.objects.get(), name=hana.name, agreement=YES, by=laid_out.organiser)
    assert not is_public(event)

    amal = somebody(laid_out)
    other = gathering(laid_out, starts_at=event.starts_at, visibility="public", title="Another")
    named(laid_out, added(laid_out, other), amal)
    assert is_public(other)
    keep_safe(person=amal, by=laid_out.organiser, at=timezone.now(), contact=laid_out.person("organiser"))
    assert not is_public(other)


def test_it_is_taken_off_and_stays_among_the_groups_own(laid_out: Cast, event: Event) -> None:
    picture = added(laid_out, event, "nobody")
    take_off_event(picture=picture, by=laid_out.organiser)
    assert (is_public(event), Picture.objects.get().event) == (False, None)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"agreement": Agreement(YES.agreed_on)}, "how"),
        ({"agreement": Agreement(timezone.localdate() + timedelta(days=1), "asked")}, "agreed_on"),
        ({"agreement": YES, "name": " "}, "person"),
        ({"agreement": YES, "name": "Nest  Abara"}, "person"),
    ],
)
def test_nonsense_is_refused(laid_out: Cast, event: Event, given: dict[str, Any], field: str) -> None:
    picture = added(laid_out, event)
    name_in_picture(picture=picture, name="Nest Abara", agreement=YES, by=laid_out.organiser)
    with pytest.raises(RecognisedRefused) as refused:
        name_in_picture(picture=picture, by=laid_out.organiser, **({"name": "Ebo"} | given))
    assert refused.value.field == field


def test_only_those_who_look_after_pictures_there_add_one(laid_out: Cast, event: Event) -> None:
    who = {"organiser", "national_organiser", "editor"}
    assert doers(lambda by: added(laid_out, event, "nobody", by=by), laid_out) == who
    picture = Picture.objects.latest("pk")
    assert doers(lambda by: take_off_event(picture=Picture.objects.get(pk=picture.pk), by=by), laid_out) == who


def test_it_is_lived_through_the_pages(laid_out: Cast, event: Event) -> None:
    client, member = signed_in(laid_out, "organiser"), signed_in(laid_out, "member")
    own, all_of_them = (reverse(name, kwargs={"uid": event.uid}) for name in ("event", "event-pictures"))
    assert "Add a picture" in words_of(client.get(own))
    assert "Add a picture" not in words_of(member.get(own))
    file = SimpleUploadedFile("table.jpg", picture_bytes())
    sent = {"file": file, "description": SEEN, "shows": "people"}
    answer = client.post(reverse("add-event-picture", kwargs={"uid": event.uid}), sent)
    picture = Picture.objects.get()
    assert answer["Location"] == reverse("name-in-picture", kwargs={"uid": event.uid, "number": picture.pk})
    assert "1 waits until" in words_of(client.get(own))
    assert SEEN not in words_of(member.get(all_of_them))

    words_of(client.get(answer["Location"]))
    client.post(answer["Location"], {"name": "Nest Abara"})
    assert "not agreed yet" in words_of(client.get(all_of_them))
    row = Recognised.objects.get()
    one = {"uid": event.uid, "number": picture.pk, "row": row.pk}
    agreed = reverse("agreed-in-picture", kwargs=one)
    assert words_of(client.post(agreed, {"agreed_on": str(YES.agreed_on)}), 422)
    client.post(agreed, {"agreed_on": str(YES.agreed_on), "how": "asked"})
    assert SEEN in words_of(member.get(all_of_them))
    assert SEEN in words_of(member.get(own))
    client.post(reverse("take-agreement-back", kwargs=one))
    assert "agrees no longer" in words_of(client.get(all_of_them))
    assert SEEN not in words_of(member.get(own))
    client.post(reverse("take-off-event", kwargs={"uid": event.uid, "number": picture.pk}))
    assert "There is no picture yet" in words_of(client.get(all_of_them))


def test_it_stands_on_the_page_of_what_comes_after(laid_out: Cast, event: Event) -> None:
    added(laid_out, event, "nobody")
    page = signed_in(laid_out, "organiser").get(reverse("afterwards", kwargs={"uid": event.uid}))
    assert SEEN in words_of(page)


def test_pages_cost_the_same_however_many_pictures(laid_out: Cast, event: Event) -> None:
    client = signed_in(laid_out, "organiser")
    pages = [reverse("event-pictures", kwargs={"uid": event.uid})]
    for _number in range(2):
        named(laid_out, added(laid_out, event), somebody(laid_out, f"Amal Yusuf{_number}"), Agreement())
    for page in pages:
        client.get(page)
    before = [queries_of(client, page) for page in pages]
    named(laid_out, added(laid_out, event), somebody(laid_out, "Bryn Cole"), Agreement())
    for page in pages:
        client.get(page)  # cut now, found later
    assert [queries_of(client, page) for page in pages] <= [number + 1 for number in before]

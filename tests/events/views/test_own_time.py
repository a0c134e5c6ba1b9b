"""An online event is told by its reader's own clock too; where people meet, by the clock of the place."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event
from m4c.people.models import Account
from m4c.people.time_zones import by_own_clock
from tests.cast import Cast
from tests.factories import gathering, signed_in, words_of

LINK = "https://meet.example.org/soup"


def pages(event: Event) -> list[str]:
    return [
        reverse("event", kwargs={"uid": event.uid}),
        reverse("events"),
        reverse("group", args=["cardiff"]),
        reverse("today"),
    ]


def test_it_stands_beside_the_hour_here(cast: Cast) -> None:
    event = gathering(cast, starts_at=timezone.now() + timedelta(days=3), link=LINK)
    Account.objects.filter(pk=cast.member.pk).update(time_zone="Asia/Kolkata")
    own = by_own_clock(cast.fresh("member"), event.starts_at)
    here = f"{timezone.localtime(event.starts_at):%H:%M}"
    texts = [words_of(signed_in(cast, "member").get(page)) for page in pages(event)]
    assert [(f"({own})" in text, here in text) for text in texts] == [(True, True)] * 4
    assert [" in Kolkata" in words_of(signed_in(cast, "leader").get(page)) for page in pages(event)] == [False] * 4


def test_where_people_meet_the_place_decides(cast: Cast) -> None:
    event = gathering(cast, starts_at=timezone.now() + timedelta(days=3), link=LINK, place="The Forum")
    Account.objects.filter(pk=cast.member.pk).update(time_zone="Asia/Kolkata")
    assert [" in Kolkata" in words_of(signed_in(cast, "member").get(page)) for page in pages(event)] == [False] * 4

"""Who keeps something private of whoever asked for a copy gives it to them where no link can, and is reminded of it."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_taken_on import taken_on
from m4c.people.models import AccessPack, Account, Note, Person, PrivateToGive
from m4c.people.operations import access_pack
from m4c.people.operations.note import write_note
from m4c.people.operations.private_to_give import say_private_given
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.rights_request import RightsRefused
from tests.cast import Cast
from tests.factories import TODAY, seers, signed_in
from tests.importing import data_folder
from tests.people.access.copies import copy_of
from tests.people.handing_over.leaving import met

__all__ = ["data_folder"]

TITLE = "Give Amal Yusuf what you keep for yourself of them"
pytestmark = pytest.mark.usefixtures("data_folder")


def made(cast: Cast, person: Person, tier: str = "private") -> AccessPack:
    """The copy of somebody of whom the leader wrote a note."""
    now = timezone.now()
    write_note(
        person=person, group=cast.cardiff, tier=tier, at=now, about_them="Afraid of her landlord", by=cast.leader
    )
    return copy_of(cast, person, "post", "12 Heol Trelai")


def on_today(account: Account) -> list[str]:
    """What Today says of it."""
    found = taken_on(Account.objects.get(pk=account.pk), Moment(timezone.now()))
    return [line.title for line in found if line.title.startswith("Give ")]


def test_its_author_alone_is_reminded_until_they_say_that_they_gave_it(cast: Cast) -> None:
    pack = made(cast, met(cast))
    row = PrivateToGive.objects.get(request=pack.request)
    assert (on_today(cast.leader), on_today(cast.organiser), seers(cast, row)) == ([TITLE], [], {"leader"})
    with pytest.raises(RightsRefused):
        say_private_given(to_give=row, on=TODAY, by=cast.data_protection)
    signed_in(cast, "leader").post(reverse("private-given", kwargs={"uid": row.uid}))
    assert on_today(cast.leader) == []
    row.refresh_from_db()
    given_on = row.given_on
    assert say_private_given(to_give=row, on=TODAY, by=cast.leader).given_on == given_on


@pytest.mark.parametrize("more", [{"emails": ["amal@example.org"]}, {"tier": "group"}])
def test_where_a_link_brings_it_or_nothing_is_private_nobody_is_asked(cast: Cast, more: dict[str, Any]) -> None:
    tier = more.pop("tier", "private")
    made(cast, met(cast, **more), tier)
    assert on_today(cast.leader) == []


def test_handed_over_though_a_link_could_have_gone_they_are_asked_all_the_same(cast: Cast) -> None:
    pack = made(cast, met(cast, emails=["amal@example.org"]))
    access_pack.hand_over_pack(pack=pack, how="At the door", on=TODAY, by=cast.data_protection)
    assert on_today(cast.leader) == [TITLE]
    access_pack.send_pack(pack=pack, at=timezone.now(), by=cast.data_protection)
    assert on_today(cast.leader) == []


def test_a_note_whose_author_left_is_nobodys_to_give(cast: Cast) -> None:
    amal = met(cast)
    pack = made(cast, amal)
    PrivateToGive.objects.all().delete()
    Account.objects.filter(pk=cast.leader.pk).update(is_active=False)
    access_pack.hand_over_pack(pack=pack, how="At the door", on=TODAY, by=cast.data_protection)
    assert (PrivateToGive.objects.count(), Note.objects.count()) == (0, 1)


def test_kept_safe_since_it_is_their_contacts_to_see_alone(cast: Cast) -> None:
    amal = met(cast)
    made(cast, amal)
    keep_safe(person=amal, at=timezone.now(), contact=cast.person("organiser"), by=cast.organiser)
    assert on_today(cast.leader) == []

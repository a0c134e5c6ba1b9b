"""Whom to ring when stuck: the nearest organiser up the tree, with a number only where one may see it."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.leaders.today_beginning import whom_to_ring
from m4c.people.models import AccountRole
from m4c.people.operations.person import set_contact_details
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import signed_in, words_of


def helper(cast: Cast, persona: str) -> str | None:
    found = whom_to_ring(cast.fresh(persona))
    return found and f"{found.person}, {found.group}"


def test_the_nearest_organiser_up_the_tree(cast: Cast) -> None:
    assert helper(cast, "leader") == helper(cast, "member") == "Siân Prosser, Cardiff"
    assert helper(cast, "organiser") == "Huw Llewellyn, Movement for Change"
    assert helper(cast, "leader_elsewhere") == "Nadia Rahman, Manchester"
    assert helper(cast, "national_organiser") is None
    assert helper(cast, "coalition_organiser") is None


def test_past_those_who_have_stopped_or_are_kept_safe(cast: Cast) -> None:
    keep_safe(person=cast.person("organiser"), at=timezone.now(), by=cast.operator)
    assert helper(cast, "member") == "Huw Llewellyn, Movement for Change"
    AccountRole.objects.filter(role=Role.ORGANISER, group=cast.movement).update(ended_at=timezone.now())
    assert helper(cast, "member") is None


def test_the_number_stands_there_where_one_may_see_it(cast: Cast) -> None:
    huw = cast.person("national_organiser")
    set_contact_details(person=huw, emails=[], phones=["+447700900121"], by=cast.operator)
    text = words_of(signed_in(cast, "organiser").get("/organise/"))
    assert ("Huw Llewellyn" in text, "07700 900121" in text) == (True, False)

    sian = cast.person("organiser")
    set_contact_details(person=sian, emails=[], phones=["+447700900122"], by=cast.operator)
    AccountRole.objects.create(account=cast.leader, group=cast.wales, role=Role.ORGANISER, given_by=cast.operator)
    text = words_of(signed_in(cast, "leader").get("/organise/"))
    assert 'href="tel:+447700900122"' in text


def test_a_member_is_told_the_name_alone(cast: Cast) -> None:
    sian = cast.person("organiser")
    set_contact_details(person=sian, emails=[], phones=["+447700900122"], by=cast.operator)
    text = words_of(signed_in(cast, "member").get("/organise/"))
    assert ("Siân Prosser, who organises Cardiff" in text, "07700" in text) == (True, False)

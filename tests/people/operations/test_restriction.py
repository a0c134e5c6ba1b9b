"""A record set aside: kept, and used by nobody, until its person was told that this ends."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from m4c.people.consent_rules import may_contact, who_may_be_contacted
from m4c.people.models import Account, AccountRole, Channel, Membership, Person, Purpose, Restriction, RightsRequest
from m4c.people.models.use import KEPT_SAFE, SET_ASIDE, is_out_of_use, may_be_used, out_of_use
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.note import write_note
from m4c.people.operations.restriction import set_aside, set_aside_no_longer
from m4c.people.operations.rights_request import Asked, RightsRefused, answer_request, take_in_request
from m4c.people.timeline import timeline
from tests.cast import PERSONAS, Cast
from tests.factories import doers, gathering, signed_in, talk
from tests.people.protected import assert_nowhere


@pytest.fixture
def made(cast: Cast, amal: Person, now: datetime) -> RightsRequest:
    asked = Asked("restriction", "phone", "Amal Yusuf", now.date())
    talk(cast, cast.person("organiser"), amal)
    write_note(person=amal, group=cast.cardiff, tier="group", at=now, about_them="A note", by=cast.organiser)
    return take_in_request(group=cast.movement, asked=asked, person=amal, by=cast.data_protection)


@pytest.fixture
def aside(cast: Cast, made: RightsRequest, now: datetime) -> Restriction:
    return set_aside(request=made, at=now, by=cast.data_protection)


def test_nobody_sees_them_any_more_but_they_themself(cast: Cast, aside: Restriction, amal: Person) -> None:
    seen = {who for who in PERSONAS if Person.objects.visible_to(cast.fresh(who)).filter(pk=amal.pk).exists()}
    rows = {who for who in PERSONAS if Membership.objects.visible_to(cast.fresh(who)).filter(person=amal).exists()}
    own = Account.objects.create(email="amal.own@example.org", person=amal)

    assert (seen, rows) == (set(), set())
    assert Person.objects.visible_to(own).filter(pk=amal.pk).exists()


@pytest.mark.parametrize("persona", ["organiser", "leader", "data_protection"])
def test_they_are_on_no_page(cast: Cast, aside: Restriction, amal: Person, persona: str) -> None:
    pages = [reverse("people"), f"{reverse('people')}?q=Yusuf", reverse("group", kwargs={"slug": "cardiff"})]
    if persona != "data_protection":  # whose Today names the request
        pages.append(reverse("today"))

    assert_nowhere(signed_in(cast, persona), amal, pages)


def test_before_that_they_were(cast: Cast, made: RightsRequest, amal: Person) -> None:
    with pytest.raises(AssertionError):
        assert_nowhere(signed_in(cast, "organiser"), amal, [reverse("people")])


def test_no_way_of_reaching_them_is_open(cast: Cast, aside: Restriction, amal: Person, now: datetime) -> None:
    answers = {may_contact(amal, way, to, now).why for way in Channel for to in list(Purpose)[:3]}
    listed = who_may_be_contacted(Person.objects.filter(pk=amal.pk), Channel.POST, Purpose.NEWS, now)

    assert answers == {"The record is set aside."}
    assert not listed.exists()


def test_the_one_rule_says_so_in_one_statement(
    cast: Cast, aside: Restriction, amal: Person, django_assert_num_queries: object
) -> None:
    safe = cast.person("protected_member")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert out_of_use([amal.pk, safe.pk, cast.person("member").pk]) == {
            amal.pk: {SET_ASIDE},
            safe.pk: {KEPT_SAFE},
        }
    assert not Person.objects.filter(may_be_used("pk"), pk__in=[amal.pk, safe.pk]).exists()
    assert is_out_of_use(amal.pk)
    assert not is_out_of_use(cast.person("member").pk, None)


def test_their_timeline_tells_others_nothing(cast: Cast, aside: Restriction, amal: Person) -> None:
    assert not any("Amal" in entry.sentence for entry in timeline(cast.fresh("organiser"), cast.person("organiser")))


def test_whoever_answers_is_led_from_their_page_to_the_request(
    cast: Cast, aside: Restriction, amal: Person, client: Client
) -> None:
    address = reverse("person", kwargs={"uid": amal.uid})
    answers = {who: signed_in(cast, who).get(address) for who in ("organiser", "leader", "safeguarding")}

    assert {answer.status_code for answer in answers.values()} == {404}
    led = signed_in(cast, "data_protection").get(address)
    assert led["Location"] == reverse("rights-request", kwargs={"uid": aside.request.uid})


def test_twice_is_once(cast: Cast, aside: Restriction, made: RightsRequest, now: datetime) -> None:
    assert set_aside(request=made, at=now, by=cast.data_protection) == aside
    with pytest.raises(IntegrityError), transaction.atomic():
        Restriction.objects.filter(pk=aside.pk).update(lifted_at=now)


def test_it_ends_once_they_were_told(
    cast: Cast, aside: Restriction, made: RightsRequest, amal: Person, now: datetime
) -> None:
    later = now + timedelta(days=3)
    for told_on in (later.date() + timedelta(days=1), now.date() - timedelta(days=1)):
        with pytest.raises(RightsRefused):
            set_aside_no_longer(request=made, told_on=told_on, at=later, by=cast.data_protection)
    set_aside_no_longer(request=made, told_on=later.date(), at=later, by=cast.data_protection)

    assert Person.objects.visible_to(cast.organiser).filter(pk=amal.pk).exists()
    with pytest.raises(RightsRefused):
        set_aside_no_longer(request=made, told_on=later.date(), at=later, by=cast.data_protection)


def test_not_for_nobody_and_not_once_answered(cast: Cast, made: RightsRequest, now: datetime) -> None:
    asked = Asked("restriction", "phone", "Ebo", now.date())
    nobody = take_in_request(group=cast.movement, asked=asked, by=cast.data_protection)
    answer_request(request=made, outcome="refused", answer="No", on=now.date(), by=cast.data_protection)
    for request in (nobody, made):
        with pytest.raises(RightsRefused):
            set_aside(request=request, at=now, by=cast.data_protection)


def test_who_may(cast: Cast, made: RightsRequest, now: datetime) -> None:
    gathering(cast)

    assert doers(lambda by: set_aside(request=made, at=now, by=by), cast) == {"data_protection"}


def test_whoever_is_set_aside_may_ask_for_something_else(
    cast: Cast, aside: Restriction, made: RightsRequest, amal: Person, now: datetime
) -> None:
    asked, by = Asked("erasure", "phone", "Amal Yusuf", now.date()), cast.data_protection
    with pytest.raises(Unseen):
        take_in_request(group=cast.movement, asked=asked, person=amal, by=by)

    assert take_in_request(group=cast.movement, asked=asked, after=made, by=by).person == amal


def test_an_earlier_request_names_nobody_to_those_who_do_not_answer_it(
    cast: Cast, made: RightsRequest, now: datetime
) -> None:
    local = AccountRole.objects.get(account=cast.data_protection)
    AccountRole.objects.filter(pk=local.pk).update(group=cast.swansea)
    by, asked = cast.fresh("data_protection"), Asked("erasure", "phone", "Amal Yusuf", now.date())
    with pytest.raises(Unseen):
        take_in_request(group=cast.swansea, asked=asked, after=made, by=by)

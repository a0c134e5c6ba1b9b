"""Asking one group, following an invitation and leaving, from the page to the record."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.core.worker import run_waiting
from m4c.people.models import Consent, JoinRequest, Leaving, Membership, OpenInvitation, Person, SignUp, Welcome
from m4c.people.operations.open_invitation import InvitationLink, call_back_invitation, invite_by_link
from m4c.website.forms import AskGroupForm, ComeInForm, LeaveForm
from tests.cast import Cast
from tests.factories import queries_of, somebody, words_of
from tests.website.views.test_joining import stamped

NEST = {"given_name": "Nest", "family_name": "Abara", "email": "Nest.Abara@example.org", "postcode": "cf101ep"}


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


@pytest.fixture
def invitation(cast: Cast) -> InvitationLink:
    """The leader invites to Cardiff."""
    now = timezone.now()
    facts: dict[str, Any] = {"purpose": "Tower Street", "expires_at": now + timedelta(days=7), "places": 1}
    return invite_by_link(group=cast.cardiff, **facts, at=now, by=cast.leader)


def ask(client: Client, **more: Any) -> Any:
    """The answer to the form that asks Cardiff."""
    address = reverse("ask-to-join", kwargs={"slug": "cardiff"})
    return client.post(address, {**NEST, "words": "Hello", "stamp": stamped(AskGroupForm), **more})


def come(client: Client, made: InvitationLink, **more: Any) -> Any:
    """The answer to the form of an invitation."""
    return client.post(made.path, {**NEST, "stamp": stamped(ComeInForm), **more})


def letter(part: str) -> str:
    """The address with this part in the letter that has just been sent."""
    run_waiting()
    return next(word for word in mail.outbox[-1].body.split() if part in word).partition("8000")[2]


def test_asking_a_group_from_the_form_to_the_request(client: Client, cast: Cast) -> None:
    assert ask(client).url == reverse("ask-sent")
    address = letter("/join/")
    looked_at = words_of(client.get(address))

    assert ("Cardiff" in looked_at, JoinRequest.objects.count(), Person.objects.filter(given_name="Nest").count()) == (
        True,
        0,
        0,
    )
    assert client.post(address)["Location"] == reverse("asked")
    asked = JoinRequest.objects.get()
    assert (asked.group, asked.email, asked.postcode, asked.words) == (
        cast.cardiff,
        "nest.abara@example.org",
        "CF10 1EP",
        "Hello",
    )
    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]


def test_the_page_of_a_group_leads_there(client: Client, cast: Cast) -> None:
    page = words_of(client.get(reverse("public-group", kwargs={"slug": "cardiff"})))

    assert reverse("ask-to-join", kwargs={"slug": "cardiff"}) in page


@pytest.mark.parametrize("slug", ["cardiff-renters-coalition", "nowhere", "movement-for-change"])
def test_there_is_nothing_to_ask_where_no_group_of_ours_stands(client: Client, cast: Cast, slug: str) -> None:
    assert client.get(reverse("ask-to-join", kwargs={"slug": slug})).status_code == 404


def test_known_and_unknown_are_answered_alike(client: Client, cast: Cast) -> None:
    somebody(cast, "Amal Yusuf", emails=["amal.yusuf@example.org"])
    known = ask(client, given_name="Amal", family_name="Yusuf", email="amal.yusuf@example.org")
    unknown = ask(client)
    run_waiting()

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    bodies = [" ".join(word for word in each.body.split() if "/join/" not in word) for each in mail.outbox]
    assert bodies[0] == bodies[1]


@pytest.mark.parametrize(
    "more",
    [
        {"given_name": ""},
        {"email": "nest"},
        {"postcode": "nowhere"},
        {"words": "x" * 501},
        {"agreed": ["phone"]},
        {"agreed": ["carrier pigeon"]},
        {"given_name": "x" * 101},
        {"email": "a\0b@example.org"},
    ],
)
def test_what_is_wrong_comes_back_with_its_words(client: Client, cast: Cast, more: dict[str, Any]) -> None:
    answer = ask(client, **more)

    assert (answer.status_code, SignUp.objects.count()) == (422, 0)


def test_following_an_invitation_from_the_form_to_the_welcome(
    client: Client, cast: Cast, invitation: InvitationLink
) -> None:
    page = words_of(client.get(invitation.path))
    assert ("Tower Street" in page, "checked" in page) == (True, False)
    assert come(client, invitation, agreed=["email"]).url == reverse("come-in-sent")
    address = letter("/join/")

    assert client.post(address)["Location"] == reverse("joined")
    welcome = Welcome.objects.get()
    assert (welcome.group, welcome.person.memberships.get().came_by) == (cast.cardiff, invitation.invitation)
    assert [row.channel for row in Consent.objects.filter(person=welcome.person)] == ["email"]
    assert client.get(invitation.path).status_code == 404  # its one place is taken


def test_a_telephone_alone_is_put_before_the_group(client: Client, cast: Cast, invitation: InvitationLink) -> None:
    answer = come(client, invitation, email="", postcode="", family_name="", phone="07700 900155")

    assert (answer.url, JoinRequest.objects.get().phone) == (reverse("come-in-sent"), "+447700900155")


@pytest.mark.parametrize(
    "more",
    [{"email": "", "phone": ""}, {"email": "", "phone": "07700 900155", "agreed": ["email"]}, {"phone": "ring me"}],
)
def test_one_way_to_be_reached_is_needed(client: Client, invitation: InvitationLink, more: dict[str, Any]) -> None:
    assert come(client, invitation, **more).status_code == 422


def test_what_is_no_longer_good_is_answered_alike_and_kindly(
    client: Client, cast: Cast, invitation: InvitationLink
) -> None:
    unknown = client.get(reverse("come-in", kwargs={"token": "x" * 43}))
    call_back_invitation(invitation=invitation.invitation, at=timezone.now(), by=cast.leader)
    gone = client.get(invitation.path)

    assert (unknown.status_code, gone.status_code) == (404, 404)
    assert unknown.content.replace(b"x" * 43, b"") == gone.content.replace(invitation.token.encode(), b"")
    assert "You are welcome all the same" in words_of(gone, 404)
    assert come(client, invitation).status_code == 404


def test_the_one_place_between_opening_and_sending(client: Client, cast: Cast, invitation: InvitationLink) -> None:
    come(client, invitation)
    answer = come(client, invitation, given_name="Ebo", email="ebo.iwu@example.org")

    assert (answer.status_code, SignUp.objects.count()) == (422, 1)
    assert "no longer good" in answer.content.decode()


def test_leaving_by_letter_from_the_form_to_the_day(client: Client, cast: Cast) -> None:
    amal = somebody(cast, "Amal Yusuf", emails=["amal.yusuf@example.org"])
    answers = [
        client.post(reverse("leave"), {"email": email, "stamp": stamped(LeaveForm)})["Location"]
        for email in ("nobody@example.org", "Amal.Yusuf@example.org")
    ]
    assert answers == [reverse("leave-sent")] * 2
    address = letter("/leave/")
    looked_at = client.get(address)

    assert (looked_at.status_code, Membership.objects.open().filter(person=amal).count()) == (200, 1)
    assert client.post(address)["Location"] == reverse("left")
    assert (Membership.objects.open().filter(person=amal).count(), Leaving.objects.get().way) == (0, "letter")
    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]


def test_a_press_from_another_site_leaves_nothing(client: Client, cast: Cast) -> None:
    somebody(cast, "Amal Yusuf", emails=["amal.yusuf@example.org"])
    client.post(reverse("leave"), {"email": "amal.yusuf@example.org", "stamp": stamped(LeaveForm)})
    client.post(letter("/leave/"), headers={"Sec-Fetch-Site": "cross-site"})

    assert Leaving.objects.count() == 0


@pytest.mark.parametrize("page", ["ask-sent", "asked", "come-in-sent", "leave-sent", "left", "leave"])
def test_the_pages_beside_say_what_comes_next(client: Client, cast: Cast, page: str) -> None:
    assert "<h1" in words_of(client.get(reverse(page)))


def test_an_invitation_costs_the_same_however_many_there_are(
    client: Client, cast: Cast, invitation: InvitationLink
) -> None:
    one = queries_of(client, invitation.path)
    now = timezone.now()
    for number in range(3):
        street: dict[str, Any] = {"purpose": f"Street {number}", "expires_at": now + timedelta(days=7), "places": 1}
        invite_by_link(group=cast.cardiff, **street, at=now, by=cast.leader)

    assert queries_of(client, invitation.path) == one <= 8
    assert OpenInvitation.objects.count() == 4

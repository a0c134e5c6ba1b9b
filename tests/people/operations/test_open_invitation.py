"""Invitations by link: good for so many until a day, called back at once, and never without a letter or a ring."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from m4c.core.errors import NotAllowed
from m4c.core.worker import run_waiting
from m4c.people.ledger import rebuild
from m4c.people.models import (
    Account,
    Consent,
    Engagement,
    JoinRequest,
    Leaving,
    Membership,
    OpenInvitation,
    Person,
    SignUp,
    Welcome,
)
from m4c.people.models.account import website
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.join_request import accept_request
from m4c.people.operations.leaving import record_leaving
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.open_invitation import (
    InvitationLink,
    InvitationRefused,
    call_back_invitation,
    follow_invitation,
    invite_by_link,
    places_left,
)
from m4c.people.operations.sign_up import Joining, SignUpRefused, confirm_sign_up, sign_up_letter
from tests.cast import Cast
from tests.factories import doers, seers

Make = Callable[..., InvitationLink]
NEST = {"given_name": "Nest", "family_name": "Abara", "email": "nest.abara@example.org", "postcode": ""}


def joining(**more: Any) -> Joining:
    """What Nest Abara typed."""
    return Joining(**({**NEST, "agreed": {}, "language": "en-gb"} | more))


@pytest.fixture
def make(cast: Cast, now: datetime) -> Make:
    """Makes an invitation to Cardiff, good for a week."""

    def made(by: Account | None = None, **more: Any) -> InvitationLink:
        facts: dict[str, Any] = {"group": cast.cardiff, "purpose": "Tower Street", "places": 2, "at": now}
        facts["expires_at"] = now + timedelta(days=7)
        return invite_by_link(**facts | more, by=by or cast.leader)

    return made


def follow(made: InvitationLink, at: datetime, **more: Any) -> SignUp | JoinRequest:
    """Somebody follows the link."""
    return follow_invitation(token=made.token, joining=joining(**more), notice=1, at=at, by=website())


def come(cast: Cast, made: InvitationLink, at: datetime, **more: Any) -> Person:
    """Somebody follows the link, and opens the letter."""
    sign_up = follow(made, at, **more)
    assert isinstance(sign_up, SignUp)
    letter = sign_up_letter(sign_up=sign_up, by=cast.operator)
    confirmed = confirm_sign_up(token=letter.token, at=at, by=website())
    assert isinstance(confirmed, Welcome)
    return confirmed.person


def test_only_the_hash_of_the_secret_is_kept(make: Make) -> None:
    made = make()

    assert made.invitation.token_hash == hash_of(made.token)
    assert (len(made.token) >= 43, made.token in str(OpenInvitation.objects.values().get())) == (True, False)
    assert str(made).endswith(f"/come-in/{made.token}/")


def test_leaders_and_organisers_of_the_group_invite(cast: Cast, make: Make) -> None:
    assert doers(lambda account: make(account), cast) == {"leader", "organiser", "national_organiser"}


def test_the_organiser_of_a_coalition_invites_to_nothing(cast: Cast, make: Make) -> None:
    with pytest.raises(NotAllowed):
        make(cast.coalition_organiser)
    with pytest.raises((Unseen, InvitationRefused)):
        make(cast.coalition_organiser, group=cast.coalition)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"purpose": "  "}, "no_purpose"),
        ({"places": 0}, "places"),
        ({"places": 1_001}, "places"),
        ({"places": -1}, "places"),
        ({"days": -1}, "wrong_end"),
        ({"days": 0}, "wrong_end"),
        ({"days": 91}, "wrong_end"),
    ],
)
def test_what_would_not_hold_is_refused(make: Make, now: datetime, more: dict[str, Any], code: str) -> None:
    if "days" in more:
        more = {"expires_at": now + timedelta(days=more["days"])}
    with pytest.raises(InvitationRefused) as refused:
        make(**more)
    assert (refused.value.code, OpenInvitation.objects.count()) == (code, 0)


def test_who_follows_it_comes_in_by_the_letter_and_not_before(cast: Cast, make: Make, now: datetime) -> None:
    made, before = make(), Person.objects.count()
    follow(made, now)
    run_waiting()
    link = next(word for word in mail.outbox[0].body.split() if "/join/" in word)

    assert (Person.objects.count(), mail.outbox[0].to) == (before, ["nest.abara@example.org"])
    welcome = confirm_sign_up(token=link.rstrip("/").rpartition("/")[2], at=now, by=website())
    assert isinstance(welcome, Welcome)
    membership = Membership.objects.get(person=welcome.person)
    assert (membership.group, membership.came_by) == (cast.cardiff, made.invitation)
    assert (welcome.group, welcome.welcomer is not None) == (cast.cardiff, True)


def test_whoever_made_it_brought_them_and_sees_them(cast: Cast, make: Make, now: datetime) -> None:
    made = make(cast.leader)
    nest = come(cast, made, now)

    row = Engagement.objects.get(kind="invited")
    assert (row.person, row.leader, row.group) == (nest, cast.person("leader"), cast.cardiff)
    assert Person.objects.visible_to(cast.leader).filter(pk=nest.pk).exists()
    assert not Person.objects.visible_to(cast.coalition_organiser).filter(pk=nest.pk).exists()
    assert rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_consent_is_only_what_was_ticked(cast: Cast, make: Make, now: datetime) -> None:
    nest = come(cast, make(), now, agreed={"email": "You may write."})
    nothing = come(cast, make(), now, email="ebo@example.org", given_name="Ebo", family_name="Iwu")

    assert [(row.channel, row.wording) for row in Consent.objects.filter(person=nest)] == [("email", "You may write.")]
    assert Consent.objects.filter(person=nothing).count() == 0


def test_no_more_come_in_than_there_are_places(cast: Cast, make: Make, now: datetime) -> None:
    made = make(places=2)
    come(cast, made, now)
    follow(made, now, email="ebo@example.org", given_name="Ebo")
    follow(made, now, email="ebo@example.org", given_name="Ebo")  # sent twice, one place

    assert places_left(OpenInvitation.objects.get(), now) == 0
    with pytest.raises(InvitationRefused) as refused:
        follow(made, now, email="third@example.org")
    assert refused.value.code == "no_invitation"


def test_a_place_that_nobody_took_in_time_is_free_again(make: Make, now: datetime) -> None:
    made = make(places=1, expires_at=now + timedelta(days=30))
    follow(made, now)

    assert places_left(made.invitation, now) == 0
    assert places_left(made.invitation, now + timedelta(days=8)) == 1


def test_who_belongs_already_takes_no_place(cast: Cast, amal: Person, make: Make, now: datetime) -> None:
    made = make()
    person = come(cast, made, now, given_name="Amal", family_name="Yusuf", email="amal.yusuf@example.org")

    assert (person, OpenInvitation.objects.get().came) == (amal, 0)
    assert Membership.objects.filter(person=amal).count() == 1


@pytest.mark.parametrize("why", ["expired", "called back", "unknown", "group ended"])
def test_one_sentence_for_all_that_is_no_longer_good(cast: Cast, make: Make, now: datetime, why: str) -> None:
    made, at = make(), now
    if why == "expired":
        at = now + timedelta(days=8)
    elif why == "called back":
        call_back_invitation(invitation=made.invitation, at=now, by=cast.organiser)
    elif why == "group ended":
        type(cast.cardiff).objects.filter(pk=cast.cardiff.pk).update(ended_on=now.date())
    token = "x" * 43 if why == "unknown" else made.token
    with pytest.raises(InvitationRefused) as refused:
        follow_invitation(token=token, joining=joining(), notice=1, at=at, by=website())
    assert (str(refused.value), SignUp.objects.count()) == ("This invitation is no longer good.", 0)


def test_called_back_it_lets_nobody_in_who_has_a_letter(cast: Cast, make: Make, now: datetime) -> None:
    made = make()
    sign_up = follow(made, now)
    assert isinstance(sign_up, SignUp)
    letter = sign_up_letter(sign_up=sign_up, by=cast.operator)
    call_back_invitation(invitation=made.invitation, at=now, by=cast.leader)

    with pytest.raises(SignUpRefused):
        confirm_sign_up(token=letter.token, at=now, by=website())


def test_calling_back_twice_keeps_the_first_time(cast: Cast, make: Make, now: datetime) -> None:
    made = make().invitation
    call_back_invitation(invitation=made, at=now, by=cast.leader)
    call_back_invitation(invitation=made, at=now + timedelta(hours=1), by=cast.organiser)
    made.refresh_from_db()

    assert (made.revoked_at, made.revoked_by) == (now, cast.leader)


def test_who_gives_a_telephone_only_is_rung_before_they_come_in(cast: Cast, make: Make, now: datetime) -> None:
    made, before = make(), Person.objects.count()
    for _time in range(2):
        asked = follow(made, now, email="", phone="+447700900155")
    run_waiting()

    assert (mail.outbox, JoinRequest.objects.count(), Person.objects.count()) == ([], 1, before)
    assert isinstance(asked, JoinRequest)
    accept_request(join_request=asked, at=now, by=cast.organiser)
    membership = Membership.objects.get(came_by=made.invitation)
    assert [str(phone.number) for phone in membership.person.phones.all()] == ["+447700900155"]
    assert OpenInvitation.objects.get().came == 1


def test_an_unproved_telephone_finds_nobody_on_record(cast: Cast, amal: Person, make: Make, now: datetime) -> None:
    asked = follow(make(), now, given_name="Amal", family_name="Yusuf", email="", phone="+447700900101")
    assert isinstance(asked, JoinRequest)
    accept_request(join_request=asked, at=now, by=cast.organiser)
    asked.refresh_from_db()

    assert (asked.person == amal, asked.person is None) == (False, False)


def test_without_any_way_to_reach_them_nobody_comes_in(make: Make, now: datetime) -> None:
    with pytest.raises(InvitationRefused) as refused:
        follow(make(), now, email="", phone="")
    assert refused.value.code == "no_way"


def test_following_it_is_their_own_word(cast: Cast, amal: Person, make: Make, now: datetime) -> None:
    membership = Membership.objects.get(person=amal)
    record_leaving(membership=membership, on=now.date(), at=now, by=cast.organiser)
    come(cast, make(), now, given_name="Amal", family_name="Yusuf", email="amal.yusuf@example.org")

    assert Leaving.objects.standing().count() == 0
    assert Membership.objects.open().filter(person=amal, group=cast.cardiff).exists()


def test_somebody_kept_safe_is_not_written_anywhere_by_it(cast: Cast, make: Make, now: datetime) -> None:
    hana = cast.person("protected_member")
    email = str(hana.emails.get())
    made = make(cast.national_organiser, group=cast.swansea)
    person = come(cast, made, now, given_name="Hana", family_name="Čermáková", email=email)

    assert (person, hana.memberships.filter(group=cast.swansea).exists()) == (hana, False)
    assert Engagement.objects.filter(kind="invited").count() == 0


def test_who_sees_an_invitation(cast: Cast, make: Make) -> None:
    assert seers(cast, make().invitation) == {"leader", "organiser", "national_organiser"}

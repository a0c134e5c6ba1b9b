"""Who may open what is about coming in, offices, leaving, and bodies beside bodies."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.people.models import Delegate, JoinRequest, Leaving, MemberBody, Membership, OpenInvitation
from m4c.people.operations.privacy_notice import notice_shown
from tests.access.personas import ADMIN, EVERYBODY, LEADERS, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.table import form, page, press
from tests.cast import THEN, Cast
from tests.factories import TODAY

AT_HOME = those("member leader organiser coalition_organiser editor treasurer protected_member")  # in Cardiff
KEEPERS = those("coalition_organiser national_organiser") | ADMIN


def asked(cast: Cast) -> dict[str, Any]:
    """Somebody asked Cardiff by its public page."""
    who = {"given_name": "Nest", "email": "nest@example.org", "folded": "nest", "language": "en-gb"}
    facts = {"group": cast.cardiff, "notice": notice_shown(1), "made_at": THEN, "answer_by": TODAY}
    return {"uid": JoinRequest.objects.create(**who, **facts).uid}


def asked_by_member(cast: Cast) -> dict[str, Any]:
    """The member asked Swansea."""
    facts = {"notice": notice_shown(1), "made_at": THEN, "answer_by": TODAY, "language": "en-gb"}
    own = {"person": cast.person("member"), "asked_by": cast.member}
    return {"uid": JoinRequest.objects.create(group=cast.swansea, **own, **facts).uid}


def invitation(cast: Cast) -> dict[str, Any]:
    """The leader made an invitation to Cardiff."""
    until = timezone.now() + timedelta(days=7)
    facts = {"purpose": "Tower Street", "expires_at": until, "token_hash": "x", "made_by": cast.leader}
    return {"uid": OpenInvitation.objects.create(group=cast.cardiff, made_at=THEN, **facts).uid}


def until_next_week(cast: Cast) -> dict[str, Any]:
    """What an invitation is for, until next week."""
    until = timezone.localdate() + timedelta(days=7)
    return {"purpose": "Tower Street", "until": until.isoformat(), "places": 5}


def office(cast: Cast) -> dict[str, Any]:
    """The member is treasurer of Cardiff."""
    facts = {"role": Membership.Role.TREASURER, "started_on": TODAY - timedelta(days=9)}
    return {"uid": Membership.objects.create(person=cast.person("member"), group=cast.cardiff, **facts).uid}


def new_office(cast: Cast) -> dict[str, Any]:
    """The member is to be secretary."""
    chosen = str(cast.person("member").uid)
    return {"person": "Kofi Mensah", "person-chosen": chosen, "role": "secretary", "since": TODAY.isoformat()}


def left(cast: Cast) -> dict[str, Any]:
    """The member left Swansea."""
    facts = {"on": TODAY, "way": Leaving.Way.OWN_PAGE, "by": cast.member, "made_at": THEN}
    return {"uid": Leaving.objects.create(person=cast.person("member"), group=cast.swansea, **facts).uid}


def body(cast: Cast) -> dict[str, Any]:
    """Cardiff belongs to the coalition."""
    given = {"seats": 2, "said_by": cast.operator}
    made, _new = MemberBody.objects.get_or_create(coalition=cast.coalition, body=cast.cardiff, defaults=given)
    return {"uid": made.uid}


def delegate(cast: Cast) -> dict[str, Any]:
    """The member sits for Cardiff."""
    facts = {"person": cast.person("member"), "started_on": TODAY - timedelta(days=9), "said_by": cast.organiser}
    sits, _new = Delegate.objects.get_or_create(member_body=MemberBody.objects.get(**body(cast)), defaults=facts)
    return {"uid": sits.uid}


def new_delegate(cast: Cast) -> dict[str, Any]:
    """The member is to sit for Cardiff."""
    chosen = str(cast.person("member").uid)
    return {"person": "Kofi Mensah", "person-chosen": chosen, "since": TODAY.isoformat()}


CARDIFF, COALITION = {"slug": "cardiff"}, {"slug": "cardiff-renters-coalition"}
WRITES_DELEGATES = OWN_ORGANISERS

ROWS = {
    "join-requests": page(ORGANISERS),
    "join-request": page(OWN_ORGANISERS, area=ORGANISERS, given=asked),
    "accept-join-request": press(OWN_ORGANISERS, area=ORGANISERS, given=asked),
    "decline-join-request": press(OWN_ORGANISERS, area=ORGANISERS, given=asked),
    "ask-group": form(EVERYBODY, given={"slug": "norwich"}, sent={"words": "Hello"}),
    "open-invitations": form(OWN_LEADERS, area=LEADERS, given=CARDIFF, sent=until_next_week),
    "call-back-invitation": press(OWN_LEADERS, area=LEADERS, given=invitation),
    # Who holds which office is told to the group's own people; the page is there for all, as the group's is.
    "offices": form(EVERYBODY, given=CARDIFF, sent=new_office, writes=OWN_ORGANISERS),
    "end-office": form(OWN_ORGANISERS, area=ORGANISERS, given=office, sent=lambda cast: {"on": TODAY.isoformat()}),
    "own-belonging": page(EVERYBODY),
    "leave-own-group": press(EVERYBODY, given=CARDIFF, writes=AT_HOME),
    "say-why-left": press(those("member"), area=EVERYBODY, given=left, sent={"reason": "Nights"}),
    "take-request-back": press(those("member"), area=EVERYBODY, given=asked_by_member),
    "agree-to-be-named": press(those("member"), area=EVERYBODY, given=delegate),
    "stay-unnamed": press(those("member"), area=EVERYBODY, given=delegate),
    "bodies": form(EVERYBODY, given=COALITION, sent=lambda cast: {"name": "Dar ul-Isra", "seats": 1}, writes=KEEPERS),
    "body-seats": form(ORGANISERS | ADMIN, given=body, sent={"seats": 3}, writes=KEEPERS),
    "end-body": press(ORGANISERS | ADMIN, given=body, writes=KEEPERS | OWN_ORGANISERS),
    "name-delegate": form(ORGANISERS, given=body, sent=new_delegate, writes=WRITES_DELEGATES),
    "end-term": press(OWN_ORGANISERS, area=ORGANISERS, given=delegate),
}

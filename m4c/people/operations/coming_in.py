"""What the ways into a group share: who may come, a request put before it, and a place of an invitation taken."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from m4c.people import ledger
from m4c.people.matching import Known
from m4c.people.models import Group, JoinRequest, Membership, OpenInvitation, Person, SignUp
from m4c.people.names import fold


@dataclass(frozen=True)
class CameIn:
    """Who came in, and the membership that began with it, where one did."""

    person: Person
    membership: Membership | None = None


def takes_people(group: Group) -> bool:
    """Whether a group of ours stands, and so may be asked."""
    return group.is_in_tree and (group.ended_on is None or group.ended_on > timezone.localdate())


def request_of(sign_up: SignUp, group: Group, known: Known | None, at: datetime) -> JoinRequest:
    """The request of a sign-up whose letter was opened: the open one of the same person where there is one.

    Whom the records know is kept with it and told to nobody; it hides the request of somebody kept safe.
    """
    person = known.person_id if known else None
    folded = folded_of(sign_up.given_name, sign_up.family_name, sign_up.email)
    waiting = JoinRequest.objects.open().filter(group=group)
    standing = waiting.filter(folded=folded).first() or (person and waiting.filter(person=person).first())
    if standing:
        return standing
    return JoinRequest.objects.create(
        group=group,
        person_id=person,
        given_name=sign_up.given_name,
        family_name=sign_up.family_name,
        folded=folded,
        email=sign_up.email,
        phone=sign_up.phone,
        postcode=sign_up.postcode,
        agreed=sign_up.agreed,
        words=sign_up.words,
        language=sign_up.language,
        notice=sign_up.notice,
        made_at=sign_up.made_at,
        answer_by=answer_by(at),
    )


def folded_of(given_name: str, family_name: str, reached_by: str) -> str:
    """What tells whether two requests are of one person: a name and a way to reach them, in any spelling."""
    return f"{fold(f'{given_name} {family_name}')} {reached_by.casefold()}"[:400]


def answer_by(at: datetime) -> date:
    """By when a group answers who asks for it."""
    return timezone.localdate(at) + timedelta(days=settings.JOIN_REQUEST_DAYS)


def count_in(invitation: OpenInvitation, membership: Membership) -> None:
    """Somebody came in by an invitation: one place less, and whoever made it is known to have brought them."""
    Membership.objects.filter(pk=membership.pk).update(came_by=invitation)
    OpenInvitation.objects.filter(pk=invitation.pk).update(came=F("came") + 1)
    ledger.write([invitation])

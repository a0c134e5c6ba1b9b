"""One's own contact details and consents by a one-time link, for those without an account: asked, opened, put right."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC, SIGNED_IN
from m4c.people.groups.nearest import movements_own
from m4c.people.models import (
    Account,
    Channel,
    Consent,
    Group,
    Leaving,
    OwnDataLink,
    Person,
    Protection,
    Purpose,
    RightsRequest,
)
from m4c.people.models.own_data_link import GOOD_FOR
from m4c.people.models.sign_in_link import hash_of
from m4c.people.names import fold
from m4c.people.operations import leaving  # as a module: it imports tasks that import it
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.correction import put_right
from m4c.people.operations.rights_request import Asked, RightsRefused, answer_it, receive
from m4c.people.operations.suppression import Objection, write_objections
from m4c.people.permissions import WRITE_LETTERS_OF_THE_DESK
from m4c.people.rights import tasks

MOST_LINKS = 3  # of one person, within the time that one is good: nobody is flooded by somebody else
MARKETING = (Purpose.NEWS, Purpose.MONEY)


@dataclass(frozen=True)
class Asking:
    """Who says that they are on record: an e-mail, folded, or a number in E.164; a first name where it is shared."""

    email: str = ""
    phone: str = ""
    first_name: str = ""
    language: str = "en-gb"


@dataclass(frozen=True)
class OwnDataLetter:
    """A link with its secret, which is kept nowhere."""

    link: OwnDataLink
    token: str
    language: str

    def __str__(self) -> str:
        """The link's whole address, in the language of whoever asked."""
        with translation.override(self.language):
            return settings.SITE_URL + reverse("own-data-link", kwargs={"token": self.token})

    @property
    def touched(self) -> list[OwnDataLink]:
        """For the audit entry."""
        return [self.link]


@operation(PUBLIC, on=None)
def ask_own_data(*, asking: Asking, at: datetime, by: Account) -> list[OwnDataLink]:
    """Have a link sent to whoever is meant, where one is known; whoever asks is told the same in any case.

    It goes to an address that stands on the record, and to no other: to the one asked by, or by phone to the first.
    Somebody kept safe is written to at the address that only they read, or else answered in person.
    """
    person = whom(asking)
    if person is None:
        return []
    email = safely(person, email_of(person, asking))
    if not email:
        to_be_answered_in_person(person, asking, at, by)
        return []
    if OwnDataLink.objects.filter(person=person, made_at__gt=at - GOOD_FOR).count() >= MOST_LINKS:
        return []
    link = OwnDataLink.objects.create(person=person, email=email, made_at=at, expires_at=at + GOOD_FOR)
    tasks.mail_own_data_link.enqueue(link.pk, asking.language)
    return [link]


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def own_data_letter(*, link: OwnDataLink, language: str, by: Account) -> OwnDataLetter:
    """Make the secret when the letter is written, so that no waiting task holds it; only the last one works."""
    token = secrets.token_urlsafe(32)  # 256 bits
    change(link, token_hash=hash_of(token))
    return OwnDataLetter(link, token, language)


@operation(PUBLIC, on=None)
def use_own_data_link(*, token: str, at: datetime, by: Account) -> OwnDataLink:
    """Open the page, once. Raises RightsRefused: one sentence for used, old and unknown."""
    used = OwnDataLink.objects.unused(at).of_token(token).update(used_at=at)
    if not used:
        raise RightsRefused(gettext_lazy("This link has been used, or is too old."), code="no_link")
    return OwnDataLink.objects.of_token(token).select_related("person").get()


@operation(PUBLIC, on=None)
def put_own_right(*, link: OwnDataLink, values: Mapping[str, Any], at: datetime, by: Account) -> RightsRequest | None:
    """Write one's own e-mails, phones and address as one knows them; None where the record says so already.

    What it said before stays with the request that this is. Raises PersonRefused, and RightsRefused for a page that
    has been open for long.
    """
    must_be_in_use(link, at)
    request = done_by_oneself(link, RightsRequest.Kind.CORRECTION, at, by)
    if not put_right(request, link.person, values, at, by):
        request.delete()
        return None
    return request


@operation(PUBLIC, on=None)
def stop_own(*, link: OwnDataLink, channels: Collection[str], at: datetime, by: Account) -> RightsRequest:
    """Withdraw what one agreed to by these ways, and object to news and appeals by them.

    Raises RightsRefused for no way at all, and for a page that has been open for long.
    """
    must_be_in_use(link, at)
    if not channels or not set(channels) <= set(Channel.values):
        raise RightsRefused(gettext_lazy("Say by which ways."), field="channels", code="no_channels")
    person, source = link.person, _("Said on the page of their own data")
    request = done_by_oneself(link, RightsRequest.Kind.OBJECTION, at, by)
    latest: dict[tuple[str, str], str] = {}
    answers = Consent.objects.filter(person=person, channel__in=channels, state__in=Consent.State.answers())
    for row in answers.order_by("at", "pk"):
        latest[row.channel, row.purpose] = row.state
    withdrawn = [about for about, state in latest.items() if state == Consent.State.GIVEN]
    write_consents(
        [Said(person, channel, purpose, Consent.State.WITHDRAWN, at, source) for channel, purpose in withdrawn],
        taken_by=by,
    )
    write_objections(
        Objection(person.pk, channel, purpose, at, source, by.pk) for channel in channels for purpose in MARKETING
    )
    return request


@operation(PUBLIC, on=None)
def leave_own(*, link: OwnDataLink, group: Group, at: datetime, by: Account) -> leaving.Left:
    """Leave a group on one's own page: the letter could be opened by whoever reads the links to leave, too.

    Raises LeavingRefused, and RightsRefused for a page that has been open for long.
    """
    must_be_in_use(link, at)
    day, way = timezone.localdate(at), Leaving.Way.OWN_PAGE
    return leaving.go(link.person, group, by, on=day, way=way, reason="", at=at)


@operation(SIGNED_IN, on="by")
def ask_of_own_record(*, kind: str, words: str, at: datetime, by: Account) -> RightsRequest:
    """Ask something of one's own record, signed in; whoever answers for data protection is told that it waits.

    Raises RightsRefused for an account that is nobody's, and where the same has been asked and waits.
    """
    if by.person is None or kind not in RightsRequest.Kind.values:
        raise RightsRefused(gettext_lazy("Say what you ask for."), field="kind", code="no_kind")
    if RightsRequest.objects.unanswered().filter(person=by.person, kind=kind).exists():
        raise RightsRefused(gettext_lazy("You have asked for that, and the answer is on its way."), code="asked")
    person, day = by.person, timezone.localdate(at)
    asked = Asked(kind, RightsRequest.Way.OWN_DATA, person.name, day, reached_by=by.email or "", words=words)
    request = receive(movements_own(), asked, person=person, taken_by=by)
    tasks.mail_request_waits.enqueue(request.pk)
    return request


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def forget_own_data_links(*, at: datetime, by: Account) -> None:
    """Forget links that open nothing any more."""
    OwnDataLink.objects.outdated(at).delete()


def whom(asking: Asking) -> Person | None:
    """Whom an e-mail or a number means: the one person who has it, or whose first name tells them from the others."""
    if not asking.email and not asking.phone:
        return None
    has = Q(emails__folded=asking.email) if asking.email else Q(phones__number=asking.phone)
    found = list(Person.objects.filter(has, died_on=None).distinct())
    if len(found) > 1:
        name = fold(asking.first_name)
        found = [person for person in found if name and name in (fold(person.given_name), person.folded_known_as)]
    return found[0] if len(found) == 1 else None


def email_of(person: Person, asking: Asking) -> str:
    """Where the letter would go: the address asked by, as it stands on the record, else the first."""
    emails = list(person.emails.all())
    asked = [email.address for email in emails if email.folded == asking.email]
    return next(iter(asked or [email.address for email in emails]), "")


def safely(person: Person, email: str) -> str:
    """Where the letter goes: of somebody kept safe to the address that only they read, where one is known."""
    protection = Protection.objects.active().filter(person=person).first()
    return protection.safe_email if protection else email


def to_be_answered_in_person(person: Person, asking: Asking, at: datetime, by: Account) -> None:
    """Take it in as a request, once, and tell whoever answers for data protection."""
    own_page = RightsRequest.Way.OWN_DATA
    kind = RightsRequest.Kind.ACCESS
    if RightsRequest.objects.unanswered().filter(person=person, way=own_page, kind=kind).exists():
        return
    words = _("They asked by the public page, and nothing may be sent. Answer them in person.")
    asked = Asked(kind, own_page, person.name, timezone.localdate(at), words=words, language=asking.language)
    request = receive(movements_own(), asked, person=person, taken_by=by)
    tasks.mail_request_waits.enqueue(request.pk)


def done_by_oneself(link: OwnDataLink, kind: str, at: datetime, by: Account) -> RightsRequest:
    """A request that is answered as it is made."""
    day = timezone.localdate(at)
    asked = Asked(kind, RightsRequest.Way.OWN_DATA, link.person.name, day, reached_by=link.email)
    request = receive(movements_own(), asked, person=link.person, taken_by=by)
    answer_it(request, RightsRequest.Outcome.DONE, _("Done by themself, by their own link."), day, by)
    change(request, closed_on=day, closed_by=by)
    return request


def must_be_in_use(link: OwnDataLink, at: datetime) -> None:
    """Raise RightsRefused where the page has been open for long."""
    if not OwnDataLink.objects.in_use(at).filter(pk=link.pk).exists():
        raise RightsRefused(gettext_lazy("This page has been open for long. Please ask for a new link."), code="closed")

"""Join by the site: asked for, confirmed by a letter, and only then a person with a welcome to come."""

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.people.desk import tasks
from m4c.people.groups.nearest import group_for
from m4c.people.imports.candidates import candidates
from m4c.people.imports.kinds import Line
from m4c.people.matching import Description, Known, Pool
from m4c.people.models import (
    Account,
    Consent,
    Group,
    ImportRow,
    JoinRequest,
    Membership,
    OpenInvitation,
    Person,
    Purpose,
    SignUp,
    Welcome,
)
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.bringing_in.entering import enter
from m4c.people.operations.coming_in import CameIn, count_in, request_of, takes_people
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.double import suggest
from m4c.people.operations.own_word import take_back
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.welcome import welcome_to
from m4c.people.permissions import WRITE_LETTERS_OF_THE_DESK


class SignUpRefused(Refused):
    """There is no such sign-up, or no longer."""


@dataclass(frozen=True)
class Joining:
    """What somebody typed: the e-mail folded, the phone in E.164, and the wording of each channel they ticked.

    `words` are for the group that they ask, where they ask one.
    """

    given_name: str
    family_name: str
    email: str
    postcode: str
    agreed: dict[str, str]
    language: str
    phone: str = ""
    words: str = ""


@dataclass(frozen=True)
class Letter:
    """A sign-up with the secret of its link, which is kept nowhere."""

    sign_up: SignUp
    token: str

    def __str__(self) -> str:
        """The link's whole address, in the language of whoever signed up."""
        with translation.override(self.sign_up.language):
            return settings.SITE_URL + reverse("join-confirm", kwargs={"token": self.token})

    @property
    def touched(self) -> list[SignUp]:
        """For the audit entry."""
        return [self.sign_up]


@operation(PUBLIC, on=None)
def ask_to_join(*, joining: Joining, notice: int, at: datetime, by: Account, group: Group | None = None) -> SignUp:
    """Keep what somebody typed apart, and have them written to; known or not, the same happens.

    With a `group` they ask that very one, which answers. `notice` is the version of the privacy notice that the form
    showed. Raises NoMovement, and SignUpRefused for a group that takes nobody.
    """
    if group is None:
        group_for("")
    elif not takes_people(group):
        raise SignUpRefused(gettext_lazy("This group takes nobody in any more."), code="group_ended")
    return keep_sign_up(joining, notice, at, group=group)


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def sign_up_letter(*, sign_up: SignUp, by: Account) -> Letter:
    """Make the link when the letter is written, so that no waiting task holds its secret; only the last one works."""
    token = secrets.token_urlsafe(32)  # 256 bits
    change(sign_up, token_hash=hash_of(token))
    return Letter(sign_up, token)


@operation(PUBLIC, on=None)
def confirm_sign_up(*, token: str, at: datetime, by: Account) -> Welcome | JoinRequest:
    """Make or find the person, bring them into the group nearest to them, and give them a welcomer and a day.

    By an invitation they come into its group; where they asked a group of their choice, it is asked now. What they
    agreed to is written as they saw it; an objection made before stands until they take it back. Of two who use a link
    at once, one wins. Raises SignUpRefused: one sentence for used, old, unknown and called back.
    """
    sign_up = SignUp.objects.select_for_update(of=("self",)).open(at).of_token(token).first()
    if sign_up is None or not SignUp.objects.filter(pk=sign_up.pk).delete()[0] or not is_still_open(sign_up):
        raise SignUpRefused(gettext_lazy("This link has been used, or is too old."), code="no_link")
    if sign_up.group:
        return request_of(sign_up, sign_up.group, who_it_is(sign_up, by), at)
    group = sign_up.invitation.group if sign_up.invitation else group_for(sign_up.postcode)
    form = _("Invitation") if sign_up.invitation else _("Join form")
    came = bring_in(sign_up, group, form, at, by)
    if sign_up.invitation and came.membership:
        count_in(sign_up.invitation, came.membership)
    return welcome_to(came.person, group, sign_up.notice, at)


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def forget_sign_ups(*, at: datetime, by: Account) -> None:
    """Forget all of the sign-ups that nobody confirmed in time."""
    SignUp.objects.filter(expires_at__lte=at).delete()


def keep_sign_up(
    joining: Joining,
    notice: int,
    at: datetime,
    *,
    group: Group | None = None,
    invitation: OpenInvitation | None = None,
) -> SignUp:
    """Write a sign-up, and have its letter written."""
    sign_up = SignUp.objects.create(
        **typed(joining),
        group=group,
        invitation=invitation,
        notice=notice_shown(notice),
        made_at=at,
        expires_at=at + timedelta(days=settings.SIGN_UP_LINK_DAYS),
    )
    tasks.mail_sign_up_link.enqueue(sign_up.pk)
    return sign_up


def typed(joining: Joining) -> dict[str, Any]:
    """What somebody typed, by the fields that a sign-up and a request share."""
    return {**asdict(joining), "given_name": joining.given_name.strip(), "family_name": joining.family_name.strip()}


def is_still_open(sign_up: SignUp) -> bool:
    """Whether what a sign-up leads to stands yet: its group, and its invitation unless it was called back."""
    if sign_up.invitation:
        return sign_up.invitation.revoked_at is None and takes_people(sign_up.invitation.group)
    return sign_up.group is None or takes_people(sign_up.group)


def bring_in(asked: "SignUp | JoinRequest", group: Group, form: str, at: datetime, by: Account) -> CameIn:
    """The person of a sign-up or a request, written by the rules of bringing in, with what they agreed to.

    It is their own word: what they had left before no longer stands. A record kept safe is left as it is, but for what
    she agreed to.
    """
    line = Line(1, [], described=described(asked), group=group, met_on=timezone.localdate(at))
    line.known = who_it_is(asked, by)
    if line.known and line.known.person_id and line.known.is_protected:
        person = Person.objects.get(pk=line.known.person_id)
        write_agreed(asked, person, form, by)
        return CameIn(person)
    if line.known and line.known.person_id:
        take_back([Person(pk=line.known.person_id)], group, at, by)
    line.fate = ImportRow.Fate.MATCHED if line.known else ImportRow.Fate.CREATED
    line.known = line.known or Known(key=("line", 1))
    enter([line], source=form, joins_all=True)
    assert line.person is not None
    suggest([line.person.pk], at)
    if line.makes_somebody and asked.language == "cy":
        change(line.person, language=Person.Language.WELSH)
    write_agreed(asked, line.person, form, by)
    began = [trace[1] for trace in line.traces if trace[0] == "people.membership"]
    return CameIn(line.person, Membership.objects.filter(pk__in=began).first())


def write_agreed(asked: "SignUp | JoinRequest", person: Person, form: str, by: Account) -> None:
    """Write what somebody agreed to, in the words that they were shown, and when."""
    source = _("{form}, privacy notice {number}").format(form=form, number=asked.notice.number)
    write_consents(
        [
            Said(person, channel, Purpose.NEWS, Consent.State.GIVEN, asked.made_at, source, wording)
            for channel, wording in asked.agreed.items()
        ],
        taken_by=by,
    )


def who_it_is(sign_up: "SignUp | JoinRequest", by: Account) -> Known | None:
    """Whom the records know by this name and this e-mail, which is all that the letter proved.

    A phone or a postcode that anybody may type says nothing: else a stranger could write an address of their own into
    somebody's record.
    """
    if not sign_up.email:
        return None
    proved = Description(sign_up.given_name, sign_up.family_name, emails=(sign_up.email,))
    pool = Pool()
    for known in candidates([proved], by):
        pool.add(known)
    found = pool.find(proved).known
    return found if found and sign_up.email in found.emails else None


def described(sign_up: "SignUp | JoinRequest") -> Description:
    """What a sign-up says of somebody, for their record."""
    return Description(
        sign_up.given_name,
        sign_up.family_name,
        emails=(sign_up.email,) if sign_up.email else (),
        phones=(sign_up.phone,) if sign_up.phone else (),
        postcode=sign_up.postcode,
    )

"""Join by the site: asked for, confirmed by a letter, and only then a person with a welcome to come."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.people import desk_tasks as tasks  # as a module: it imports this one
from m4c.people.imports.candidates import candidates
from m4c.people.imports.kinds import Line
from m4c.people.matching import Description, Known, Pool
from m4c.people.models import (
    Account,
    Consent,
    Group,
    ImportRow,
    Person,
    Purpose,
    SignUp,
    Welcome,
)
from m4c.people.models.sign_in_link import hash_of
from m4c.people.nearest import group_for
from m4c.people.operations.bringing_in.entering import enter
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.double import suggest
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.welcome import welcome_to
from m4c.people.permissions import WRITE_LETTERS_OF_THE_DESK


class SignUpRefused(Refused):
    """There is no such sign-up, or no longer."""


@dataclass(frozen=True)
class Joining:
    """What somebody typed: the e-mail folded, the phone in E.164, and the wording of each channel they ticked."""

    given_name: str
    family_name: str
    email: str
    postcode: str
    agreed: dict[str, str]
    language: str
    phone: str = ""


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
def ask_to_join(*, joining: Joining, notice: int, at: datetime, by: Account) -> SignUp:
    """Keep what somebody typed apart, and have them written to; known or not, the same happens.

    `notice` is the version of the privacy notice that the form showed. Raises NoMovement.
    """
    group_for("")
    sign_up = SignUp.objects.create(
        given_name=joining.given_name.strip(),
        family_name=joining.family_name.strip(),
        email=joining.email,
        phone=joining.phone,
        postcode=joining.postcode,
        agreed=joining.agreed,
        language=joining.language,
        notice=notice_shown(notice),
        made_at=at,
        expires_at=at + timedelta(days=settings.SIGN_UP_LINK_DAYS),
    )
    tasks.mail_sign_up_link.enqueue(sign_up.pk)
    return sign_up


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def sign_up_letter(*, sign_up: SignUp, by: Account) -> Letter:
    """Make the link when the letter is written, so that no waiting task holds its secret; only the last one works."""
    token = secrets.token_urlsafe(32)  # 256 bits
    change(sign_up, token_hash=hash_of(token))
    return Letter(sign_up, token)


@operation(PUBLIC, on=None)
def confirm_sign_up(*, token: str, at: datetime, by: Account) -> Welcome:
    """Make or find the person, bring them into the group nearest to them, and give them a welcomer and a day.

    What they agreed to is written as they saw it; an objection made before stands until they take it back. Of two who
    use a link at once, one wins. Raises SignUpRefused: one sentence for used, old and unknown.
    """
    sign_up = SignUp.objects.select_for_update().open(at).of_token(token).first()
    if sign_up is None or not SignUp.objects.filter(pk=sign_up.pk).delete()[0]:
        raise SignUpRefused(gettext_lazy("This link has been used, or is too old."), code="no_link")
    group = group_for(sign_up.postcode)
    person = bring_in(sign_up, group, at, by)
    source = _("Join form, privacy notice {number}").format(number=sign_up.notice.number)
    write_consents(
        [
            Said(person, channel, Purpose.NEWS, Consent.State.GIVEN, sign_up.made_at, source, wording)
            for channel, wording in sign_up.agreed.items()
        ],
        taken_by=by,
    )
    return welcome_to(person, group, sign_up.notice, at)


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def forget_sign_ups(*, at: datetime, by: Account) -> None:
    """Forget all of the sign-ups that nobody confirmed in time."""
    SignUp.objects.filter(expires_at__lte=at).delete()


def bring_in(sign_up: SignUp, group: Group, at: datetime, by: Account) -> Person:
    """The person of a sign-up, written by the rules of bringing in; a record kept safe is left as it is."""
    line = Line(1, [], described=described(sign_up), group=group, met_on=timezone.localdate(at))
    line.known = who_it_is(sign_up, by)
    if line.known and line.known.person_id and line.known.is_protected:
        return Person.objects.get(pk=line.known.person_id)
    line.fate = ImportRow.Fate.MATCHED if line.known else ImportRow.Fate.CREATED
    line.known = line.known or Known(key=("line", 1))
    enter([line], source=_("Join form"), joins_all=True)
    assert line.person is not None
    suggest([line.person.pk], at)
    if line.makes_somebody and sign_up.language == "cy":
        change(line.person, language=Person.Language.WELSH)
    return line.person


def who_it_is(sign_up: SignUp, by: Account) -> Known | None:
    """Whom the records know by this name and this e-mail, which is all that the letter proved.

    A phone or a postcode that anybody may type says nothing: else a stranger could write an address of their own into
    somebody's record.
    """
    proved = Description(sign_up.given_name, sign_up.family_name, emails=(sign_up.email,))
    pool = Pool()
    for known in candidates([proved], by):
        pool.add(known)
    found = pool.find(proved).known
    return found if found and sign_up.email in found.emails else None


def described(sign_up: SignUp) -> Description:
    """What a sign-up says of somebody, for their record."""
    return Description(
        sign_up.given_name,
        sign_up.family_name,
        emails=(sign_up.email,),
        phones=(sign_up.phone,) if sign_up.phone else (),
        postcode=sign_up.postcode,
    )

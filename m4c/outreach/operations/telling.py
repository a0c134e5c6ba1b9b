"""Tell a group: write it, send it off, gather who is told how, share the rest out, and say who was told."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.core.permissions import PUBLIC
from m4c.core.visibility import scopes_of
from m4c.events.letters.words import gives_away
from m4c.events.models import Event
from m4c.outreach import tasks  # as a module: it imports this one
from m4c.outreach.models import Telling, Told
from m4c.outreach.permissions import SEND_TELLINGS, TELL_GROUP, TELL_SHARE
from m4c.outreach.whom import AT_ONCE, means_of, next_people
from m4c.people.models import Account, Channel, Consent, Group, Person, PersonContact, Purpose, SavedFilter
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.must_see import must_see
from m4c.people.operations.posting import claim, settle
from m4c.people.posting import Outcome, is_one_line

State, Means = Told.State, Told.Means


class TellingRefused(Refused):
    """The telling would say nothing, is on its way, or is somebody else's share."""


@dataclass(frozen=True)
class Words:
    """What a group tells: the subject and words of the letter, and the same for the group's own chat."""

    subject: str
    words: str
    chat_words: str = ""

    @property
    def checked(self) -> dict[str, str]:
        """As they are kept. Raises TellingRefused where there is no subject or nothing is said."""
        if not self.subject.strip():
            raise TellingRefused(_("Give the letter a subject."), field="subject", code="no_subject")
        if not is_one_line(self.subject.strip()):
            raise TellingRefused(_("A subject is one line."), field="subject", code="lines")
        if not self.words.strip():
            raise TellingRefused(_("Say what you want to tell them."), field="words", code="no_words")
        return {
            "subject": self.subject.strip(),
            "words": self.words.strip(),
            "chat_words": self.chat_words.strip() or self.words.strip(),
        }


@operation(TELL_GROUP, on="group")
def write_telling(
    *,
    group: Group,
    said: Words,
    at: datetime,
    by: Account,
    event: Event | None = None,
    saved_filter: SavedFilter | None = None,
) -> Telling:
    """Begin a telling; nothing goes out before it is sent off. Raises TellingRefused."""
    must_keep_quiet(event, said)
    facts = {"group": group, "event": event, "saved_filter": saved_filter, "made_by": by, "made_at": at}
    return Telling.objects.create(**facts, **said.checked)


@operation(TELL_GROUP, on="telling")
def change_telling(*, telling: Telling, said: Words, by: Account) -> Telling:
    """Say it in other words, as long as it is not on its way. Raises TellingRefused."""
    must_not_be_on_its_way(telling)
    must_keep_quiet(telling.event, said)
    change(telling, **said.checked)
    return telling


@operation(TELL_GROUP, on="telling")
def send_telling(*, telling: Telling, at: datetime, by: Account) -> Telling:
    """Send it off: letters go by themselves from now on, and the rest waits to be shared out. Raises TellingRefused."""
    must_not_be_on_its_way(telling)
    change(telling, goes_at=at)
    tasks.gather.enqueue(telling.pk)
    return telling


@operation(TELL_GROUP, on="telling")
def call_off_telling(*, telling: Telling, at: datetime, by: Account) -> Telling:
    """Stop what has not gone yet; whoever was told was told."""
    if telling.called_off_at is None:
        change(telling, called_off_at=at)
        waiting = Told.objects.filter(telling=telling).waiting()
        waiting.update(state=State.HELD_BACK, why=str(_("Called off.")), settled_at=at, settled_by=by)
    return telling


@operation(SEND_TELLINGS, on="telling")
def gather_some(*, telling: Telling, at: datetime, by: Account) -> list[Told]:
    """Work out of the next people, at most 500, by which means each is told; nobody is gathered twice.

    With nobody left the gathering is over. Whoever made the telling must still be allowed to.
    """
    people = next_people(telling)
    means = means_of(people, at)
    rows = Told.objects.bulk_create(
        Told(
            telling=telling,
            person_id=pk,
            means=way,
            state=State.QUEUED if way == Means.EMAIL else State.WAITING,
            queued_at=at if way == Means.EMAIL else None,
        )
        for pk, way in means.items()
    )
    if len(people) < AT_ONCE:
        change(telling, gathered_at=at)
    return rows


@dataclass(frozen=True)
class Claimed:
    """Letters that nobody else sends from now on, each with the secret of its link, which is kept nowhere."""

    letters: list[tuple[Told, str]]

    @property
    def touched(self) -> list[Told]:
        """For the audit entry."""
        return [told for told, _token in self.letters]


@operation(SEND_TELLINGS, on="telling")
def claim_letters(*, telling: Telling, at: datetime, by: Account) -> Claimed:
    """Take the next letters out of the queue before they are sent, so that each goes once at most."""
    letters = Told.objects.filter(telling=telling).select_related("person").order_by("pk")
    claimed = [(told, secrets.token_urlsafe(32)) for told in claim(letters, at)]  # 256 bits
    change_many({told: {"token_hash": hash_of(token)} for told, token in claimed})
    return Claimed(claimed)


@operation(SEND_TELLINGS, on="telling")
def settle_letters(*, telling: Telling, outcomes: Mapping[Told, Outcome], at: datetime, by: Account) -> list[Told]:
    """Write what became of letters. What is queued again goes later."""
    return settle(outcomes, at)


@operation(SEND_TELLINGS, on="telling")
def settle_telling(*, telling: Telling, at: datetime, by: Account) -> Telling:
    """Write that the last letter has gone, unless one waits to be tried again."""
    if not Told.objects.filter(telling=telling, state=State.QUEUED).exists():
        change(telling, settled_at=at)
    return telling


@operation(TELL_GROUP, on="telling")
def share_out(*, telling: Telling, tellers: Sequence[Person], by: Account) -> list[Told]:
    """Share calls, letters and what is said in person among some people: each theirs first, the rest evenly.

    "Theirs" are those whose next contact they are. What was shared out before stays as it is. Raises TellingRefused,
    Unseen.
    """
    must_see(tellers, by)
    if not tellers:
        raise TellingRefused(_("Say who takes a share."), field="tellers", code="nobody")
    free = Told.objects.filter(telling=telling, state=State.WAITING, teller=None)
    rows = list(free.exclude(means=Means.EMAIL).order_by("pk"))
    contacts = contacts_among(tellers, [row.person_id for row in rows])
    in_turn = cycle(tellers)
    change_many({row: {"teller_id": contacts.get(row.person_id) or next(in_turn).pk} for row in rows})
    return rows


@operation(TELL_SHARE, on="told")
def say_told(*, told: Told, state: str, at: datetime, by: Account) -> Told:
    """Say that somebody of one's own share was told or not reached, or take that back. Raises TellingRefused."""
    if told.teller_id != by.person_id and not by.may(TELL_GROUP, scopes_of(told)):
        raise TellingRefused(_("That is somebody else's share."), code="anothers")
    if told.means == Means.EMAIL:
        raise TellingRefused(_("A letter tells this person by itself."), code="email")
    if State(state) not in (State.TOLD, State.NOT_REACHED, State.WAITING):
        raise TellingRefused(_("Somebody is told, or not reached."), code="state")
    waits = state == State.WAITING
    change(told, state=State(state), settled_at=None if waits else at, settled_by=None if waits else by)
    return told


@operation(PUBLIC, on=None)
def stop_letters(*, token: str, at: datetime, by: Account) -> Told:
    """No more letters to whoever this one went to: by the link in it, pressed once or twice. Raises TellingRefused."""
    told = Told.objects.filter(token_hash=hash_of(token)).select_related("person").first() if token else None
    if told is None:
        raise TellingRefused(_("This link has been used, or is too old."), code="no_link")
    last = Consent.objects.filter(person=told.person, channel=Channel.EMAIL, purpose=Purpose.NEWS).first()
    if last is None or last.state != Consent.State.WITHDRAWN:
        said = Said(
            told.person, Channel.EMAIL, Purpose.NEWS, Consent.State.WITHDRAWN, at, str(_("the link in a letter"))
        )
        write_consents([said], taken_by=by)
    return told


def contacts_among(tellers: Sequence[Person], people: Collection[int]) -> dict[int, int]:
    """Who of these tellers stays in touch with each of these people, by id."""
    rows = PersonContact.objects.filter(contact__in=tellers, person__in=people, ended_on=None)
    return dict(rows.values_list("person_id", "contact_id"))


def must_keep_quiet(event: Event | None, said: Words) -> None:
    """Raise TellingRefused for a subject that names what not everybody may know of, or its group."""
    if event and gives_away(event, said.subject):
        raise TellingRefused(
            _("Others may see the screen: leave the name of the group and of what it is out of the subject."),
            field="subject",
            code="names_it",
        )


def must_not_be_on_its_way(telling: Telling) -> None:
    """Raise TellingRefused for one that was sent off."""
    if telling.goes_at is not None:
        raise TellingRefused(_("This is on its way already."), code="on_its_way")

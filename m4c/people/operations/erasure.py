"""Erase somebody: decide it, do it in one transaction, remove the files that go with it, and have the answer sent."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.people.data_permissions import CARRY_OUT_ERASURES, ERASE_PEOPLE
from m4c.people.erasing import ERASERS, Forgotten, Outcome, Told
from m4c.people.erasure import tasks
from m4c.people.models import Account, Erasure, Person, PersonEmail, PersonPhone, RightsRequest
from m4c.people.models.consent import Channel, Purpose
from m4c.people.operations.must_see import must_see
from m4c.people.operations.protection import group_of
from m4c.people.operations.suppression import keep_suppressions

WAYS = {"emails": (Channel.EMAIL,), "phones": (Channel.PHONE, Channel.TEXT)}


class ErasureRefused(Refused):
    """This record cannot be erased like this."""


@operation(ERASE_PEOPLE, on="people", every=True)
def decide_erasures(
    *,
    people: Sequence[Person],
    why: str,
    at: datetime,
    by: Account,
    ticked: Collection[str] = (),
    asked: RightsRequest | None = None,
    letter_to: str = "",
) -> list[Erasure]:
    """Have people erased, in the background; one who is already being erased is left as it is.

    `ticked` names the erasers of rows that a name alone ties to them and that are theirs. With `letter_to` the answer
    goes there by e-mail, once, and the address is forgotten. Nobody else is told. Raises ErasureRefused for oneself,
    and Unseen for somebody whom the account neither sees nor was asked by.
    """
    must_see([person for person in people if not is_asked_by(person, asked, by)], by)
    return begin(people, by, why=why, at=at, ticked=ticked, asked=asked, letter_to=letter_to)


def begin(
    people: Sequence[Person],
    by: Account,
    *,
    why: str,
    at: datetime,
    ticked: Collection[str] = (),
    asked: RightsRequest | None = None,
    letter_to: str = "",
) -> list[Erasure]:
    """Write the erasures and have them carried out. Raises ErasureRefused for oneself."""
    known = {name for name in ERASERS.names() if ERASERS[name].by_name}
    if by.person_id in {person.pk for person in people}:
        raise ErasureRefused(_("Somebody else must erase your own record."), code="own_record")
    batch = new_uid() if len(people) > 1 else None
    begun = dict(Erasure.objects.filter(person__in=people).in_bulk(field_name="person_id"))
    made = [
        Erasure.objects.create(
            person=person,
            group=group_of(person, by),
            why=why,
            request=asked,
            ticked=sorted(known & set(ticked)),
            decided_by=by,
            decided_at=at,
            batch=batch,
            letter_to=letter_to if len(people) == 1 else "",
        )
        for person in people
        if person.pk not in begun
    ]
    tasks.erase_waiting.enqueue()
    return made or list(begun.values())


@operation(CARRY_OUT_ERASURES, on=None, public=True)
def carry_out(*, erasure: Erasure, at: datetime, by: Account) -> Erasure:
    """Erase one person, whole or not at all; done before it stays as it is."""
    begun = Erasure.objects.select_for_update(of=("self",)).select_related("person", "decided_by").get(pk=erasure.pk)
    if begun.done_at:
        return begun
    forgotten = known_of(begun.person, at=at, decided_by=begun.decided_by)
    lines = lines_of(forgotten, begun.ticked)
    suppress(forgotten)
    held = [(line.eraser, line.eraser.held(forgotten)) for line in lines]  # all of them before any goes
    for eraser, rows in held:
        eraser.run(forgotten, rows)
    told = {line.name: line.number for line in lines if line.number and not line.eraser.quiet}
    change(begun, done_at=at, told=told, files=sorted(forgotten.files))
    return begun


@operation(CARRY_OUT_ERASURES, on=None)
def end_erasure(*, erasure: Erasure, at: datetime, by: Account, mailed: bool = False) -> Erasure:
    """Say that the files are gone and, where it was, that the answer was sent; the address it went to is forgotten."""
    change(erasure, files=[], swept_at=erasure.swept_at or at)
    if mailed:
        change(erasure, mailed_at=at)
    if mailed or not erasure.letter_to:
        change(erasure, letter_to="", letter_name="")
    return erasure


def is_asked_by(person: Person, asked: RightsRequest | None, by: Account) -> bool:
    """Whether somebody asked for it themselves, in a request that the account answers: kept safe or not."""
    if asked is None or asked.person_id != person.pk:
        return False
    return RightsRequest.objects.visible_to(by).filter(pk=asked.pk).exists()


def known_of(person: Person, *, at: datetime, decided_by: Account) -> Forgotten:
    """All that somebody is known by, before any of it goes."""
    whole = {person.name, f"{person.given_name} {person.family_name}".strip()} if person.erased_at is None else set()
    emails = set(PersonEmail.objects.filter(person=person).values_list("folded", flat=True))
    account = Account.objects.filter(person=person).first()
    if account and account.email:
        emails.add(account.email.casefold())
    phones = set(PersonPhone.objects.filter(person=person).values_list("number", flat=True))
    return Forgotten(
        person=person,
        account=account,
        at=at,
        by=decided_by,
        names=frozenset(name for name in whole if " " in name),
        emails=frozenset(emails),
        phones=frozenset(phones),
        shared=shared_with_others(person, emails, phones),
    )


def shared_with_others(person: Person, emails: Collection[str], phones: Collection[str]) -> frozenset[str]:
    """Those of these folded e-mails and numbers that somebody else has too who is on record and lives."""
    lives = {"person__erased_at": None, "person__died_on": None}
    by_email = PersonEmail.objects.filter(folded__in=emails, **lives).exclude(person=person)
    by_phone = PersonPhone.objects.filter(number__in=phones, **lives).exclude(person=person)
    return frozenset(by_email.values_list("folded", flat=True)) | frozenset(by_phone.values_list("number", flat=True))


def lines_of(forgotten: Forgotten, ticked: Collection[str]) -> list[Told]:
    """What becomes of all that is held on somebody, counted before any of it goes; by name only what was ticked."""
    told = []
    for name in ERASERS.names():
        eraser = ERASERS[name]
        if eraser.outcome is not Outcome.NOBODY and (not eraser.by_name or name in ticked):
            told.append(Told(name, eraser, eraser.of(forgotten).count()))
    return told


def suppress(forgotten: Forgotten) -> None:
    """Keep, without keeping them, that their addresses and numbers are used no more: not what others have too."""
    theirs = {"emails": forgotten.emails - forgotten.shared, "phones": forgotten.phones - forgotten.shared}
    ways = {(value, way, Purpose.ALL) for kind, values in theirs.items() for value in values for way in WAYS[kind]}
    keep_suppressions(ways, at=forgotten.at, source=str(_("an erasure")), taken_by=forgotten.by)

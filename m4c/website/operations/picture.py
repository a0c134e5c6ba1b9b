"""Who can be recognised in a picture and agreed to it, and taking somebody's pictures off every page."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core import public_version
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, BirthBand, Person, Protection, Restriction
from m4c.people.models.account import website
from m4c.people.names import fold
from m4c.website.models import Picture, Recognised
from m4c.website.permissions import EDIT_PAGES, TAKE_PICTURES_DOWN


class RecognisedRefused(Refused):
    """It cannot be said like this who is in the picture."""


@dataclass(frozen=True)
class Face:
    """Somebody in a picture as an editor describes them; `row` is the id of what was written down before."""

    name: str
    agreed_on: date | None = None
    how: str = ""
    withdrawn_on: date | None = None
    row: int | None = None
    parent_agreed: str = ""  # of somebody under 18: how a parent agreed besides


@operation(EDIT_PAGES, on="picture")
def say_who_is_recognised(*, picture: Picture, faces: list[Face], by: Account) -> Picture:
    """Write down who can be recognised in a picture, and whether each agreed; without that it stands on no page.

    What somebody withdrew stays written, and is undone by a new agreement alone. Rows of people whom the account may
    not see stay as they are. Raises RecognisedRefused.
    """
    rows = {row.pk: row for row in Recognised.objects.visible_to(by).filter(picture=picture)}
    check_faces(picture, faces, seen_by=by)
    named = {face.row for face in faces if face.name.strip()}
    Recognised.objects.filter(pk__in=rows.keys() - named).delete()
    for face in faces:
        if not face.name.strip():
            continue
        row = rows.get(face.row or 0) or Recognised(picture=picture)
        row.name, row.folded = face.name.strip(), fold(face.name)
        row.agreed_on, row.how, row.withdrawn_on = face.agreed_on, face.how.strip(), face.withdrawn_on
        row.parent_agreed = face.parent_agreed.strip()
        row.save()
    if Recognised.objects.filter(picture=picture).exists():
        change(picture, shows=Picture.Shows.PEOPLE)
    settle(picture)
    return picture


@operation(TAKE_PICTURES_DOWN, on="person")
def take_pictures_down(*, person: Person, by: Account) -> list[Picture]:
    """Take every picture with this person off every page, published or draft, at once; plain paper stands instead.

    Only a new agreement brings one back. A picture that names a namesake goes too: better one too many.
    """
    rows = list(Recognised.objects.of(person).standing().select_related("picture"))
    for row in rows:
        row.withdrawn_on = max(timezone.localdate(), row.agreed_on or timezone.localdate())
        row.save(update_fields=["withdrawn_on"])
    pictures = list({row.picture_id: row.picture for row in rows}.values())
    for picture in pictures:
        settle(picture)
    return pictures


def follow_protection(person: Person) -> None:
    """Somebody is kept safe from now on: her pictures leave the site in the same transaction."""
    take_pictures_down(person=person, by=website())


def follow_age(person: Person) -> None:
    """How old somebody is was said: their pictures go or come as a parent agreed."""
    for row in Recognised.objects.of(person).standing().select_related("picture"):
        settle(row.picture)


def under_18_among(rows: list[Recognised]) -> set[int]:
    """Which of these rows, by id, are of somebody under 18, by their record or by a name that is theirs."""
    names, people = {row.folded for row in rows}, {row.person_id for row in rows}
    bands = BirthBand.objects.under_18(timezone.localdate())
    found = bands.filter(Q(person__in=people) | Q(person__folded_name__in=names))
    young = set(found.values_list("person_id", "person__folded_name"))
    known, called = {pk for pk, _name in young}, {name for _pk, name in young}
    return {row.pk for row in rows if row.person_id in known or (row.person_id is None and row.folded in called)}


def out_of_use_among(rows: list[Recognised]) -> set[int]:
    """Which of these rows, by id, are of somebody kept safe or set aside, by record or by a name that is theirs."""
    names, people = {row.folded for row in rows}, {row.person_id for row in rows}
    whose = Q(person__in=people) | Q(person__folded_name__in=names)
    standing = (Protection.objects.active().filter(whose), Restriction.objects.standing().filter(whose))
    found = {one for rows_of in standing for one in rows_of.values_list("person_id", "person__folded_name")}
    known, called = {pk for pk, _name in found}, {name for _pk, name in found}
    return {row.pk for row in rows if row.person_id in known or (row.person_id is None and row.folded in called)}


def check_faces(picture: Picture, faces: list[Face], shows: str | None = None, *, seen_by: Account) -> None:
    """Raise RecognisedRefused for an agreement without its way, or a withdrawal that would be forgotten.

    Nobody is named in a refusal whom the account may not see.
    """
    for face in faces:
        if face.agreed_on and not face.how.strip():
            raise RecognisedRefused(_("Write down how {name} agreed.").format(name=face.name), field="recognised")
    if shows == Picture.Shows.NOBODY and any(face.name.strip() for face in faces):
        raise RecognisedRefused(_("You named somebody: they can be recognised, then."), field="shows")
    told = {face.row: face for face in faces}
    withdrawn = Recognised.objects.visible_to(seen_by).filter(picture=picture.pk, withdrawn_on__isnull=False)
    for row in withdrawn if picture.pk else []:
        now = told.get(row.pk)
        stays = now is not None and fold(now.name) == row.folded and now.withdrawn_on is not None
        if not stays and not (now and agrees_anew(row, now)):
            raise RecognisedRefused(
                _("{name} withdrew their agreement: only a new one, with its date, brings the picture back.").format(
                    name=row.name
                ),
                field="recognised",
                code="withdrawn",
            )


def agrees_anew(row: Recognised, now: Face) -> bool:
    """Whether somebody who withdrew agreed once more, on a later day than the first time."""
    is_later = now.agreed_on and now.agreed_on != row.agreed_on and now.agreed_on >= (row.withdrawn_on or now.agreed_on)
    return bool(fold(now.name) == row.folded and is_later)


def settle(picture: Picture) -> None:
    """Keep a picture back, or let it out again, as those in it agreed; all that was cut from it goes."""
    rows = list(Recognised.objects.filter(picture=picture))
    young, hidden = under_18_among(rows), out_of_use_among(rows)
    agreed = bool(rows) and all(
        row.agreed_on
        and row.withdrawn_on is None
        and (row.parent_agreed or row.pk not in young)
        and row.pk not in hidden
        for row in rows
    )
    must_wait = picture.shows_people and not agreed
    if must_wait == picture.is_kept_back:
        return
    change(picture, kept_back_since=timezone.now() if must_wait else None)
    for rendition in picture.renditions.all():
        transaction.on_commit(partial(rendition.file.storage.delete, rendition.file.name))  # at once, not by the worker
        rendition.delete()
    public_version.bump()

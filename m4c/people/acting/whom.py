"""Whom somebody means by a list: those ticked, or all that its address finds, as they may see them now."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from m4c.core.models.record import uid_of
from m4c.core.permissions import Permission
from m4c.core.visibility import scopes_of
from m4c.people.finding.find import MANY, find
from m4c.people.forms.find_people import SAVED, FindPeopleForm
from m4c.people.models import Account, Person, SavedFilter
from m4c.people.models.person import PersonQuerySet
from m4c.people.models.person_merge import any_named_by
from m4c.people.models.use import out_of_use

MOST_PICKED = 500

Left = list[tuple[Person, str]]  # people left out, each with the reason in a sentence


def opened(asked_for: QueryDict, account: Account) -> QueryDict | None:
    """An address with what a saved filter in it says; as it stands where it names none, None for one that one has not.

    It is read each time, so that what hangs on it follows its changes.
    """
    if SAVED not in asked_for:
        return asked_for
    uid = uid_of(asked_for[SAVED])
    kept = SavedFilter.objects.visible_to(account).standing().filter(uid=uid).first() if uid else None
    return QueryDict(kept.address) if kept else None


def form_of(asked_for: str, account: Account) -> FindPeopleForm:
    """The list of people's own form, filled in from an address; its `problems` tell what that asks for in vain."""
    data = opened(QueryDict(asked_for), account)
    return FindPeopleForm(QueryDict(asked_for) if data is None else data, by=account)


def people_meant(account: Account, asked_for: str, picked: Collection[str] = ()) -> "PersonQuerySet | QuerySet[Person]":
    """Those whom an account may see and means: ticked, or by the address; nobody where that cannot be read."""
    seen = Person.objects.visible_to(account)
    if picked:
        return seen.filter(any_named_by(readable(picked)))
    form = form_of(asked_for, account)
    if form.problems:
        return seen.none()
    found = seen.filter(form.condition)
    if form.group_chosen:
        found = found.in_group(form.group_chosen)
    if form.typed:
        first = find(account, form.typed, group=form.group_chosen, only=form.condition, first=MANY)
        found = found.filter(pk__in=[person.pk for person in first])
    return found


def readable(picked: Collection[str]) -> list[UUID]:
    """Those of these uids that are such, as many as may be ticked: an address is typed by anybody."""
    return [uid for uid in map(uid_of, list(picked)[:MOST_PICKED]) if uid]


def who_may_be(permission: Permission, people: Sequence[Person], by: Account) -> tuple[list[Person], Left]:
    """Those over whom the account holds a right, and the others with the reason.

    Whoever is kept safe or set aside is left out, and nothing is said of why: that is done on their own page.
    """
    aside = out_of_use([person.pk for person in people])
    allowed, left = [], []
    for person, scope in zip(people, scopes_of(people), strict=True):
        if person.pk in aside:
            left.append((person, str(_("This is done on their own page."))))
        elif by.may(permission, [scope]):
            allowed.append(person)
        else:
            left.append((person, str(_("They belong to no group in which you may do this."))))
    return allowed, left

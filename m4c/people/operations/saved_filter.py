"""Keep a filter of the list of people under a name, share it, remove it and put it back."""

from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.forms.find_people import FindPeopleForm
from m4c.people.list_permissions import SAVE_FILTERS
from m4c.people.models import Account, Group, SavedFilter


class SavedFilterRefused(Refused):
    """The filter cannot be kept like this, or is somebody else's."""


@operation(SAVE_FILTERS, on="group")
def save_filter(
    *, group: Group, name: str, address: str, by: Account, at: datetime, is_shared: bool = False
) -> SavedFilter:
    """Keep what the address of the list filters by, for oneself, or shared with those who lead or organise the group.

    Whoever opens it sees whom they may see themselves. Raises SavedFilterRefused.
    """
    form = FindPeopleForm(QueryDict(address), by=by)
    if form.problems:
        raise SavedFilterRefused(" ".join(form.problems), code="filter")
    if not form.address:
        raise SavedFilterRefused(_("This filters by nothing: everybody is on the list without it."), code="blank")
    return SavedFilter.objects.create(
        name=checked(name), address=form.address, owner=by, group=group, made_at=at, shared_at=at if is_shared else None
    )


@operation(SAVE_FILTERS, on="group")
def change_filter(
    *, saved: SavedFilter, group: Group, name: str, by: Account, at: datetime, is_shared: bool
) -> SavedFilter:
    """Call a filter of one's own something else, or share it with others or with nobody. Raises SavedFilterRefused."""
    check_own(saved, by)
    change(saved, name=checked(name), group=group, shared_at=(saved.shared_at or at) if is_shared else None)
    return saved


@operation(SIGNED_IN, on=None)
def remove_filter(*, saved: SavedFilter, by: Account, at: datetime) -> SavedFilter:
    """Remove a filter of one's own, whatever one may do in its group by now. Raises SavedFilterRefused."""
    check_own(saved, by)
    change(saved, removed_at=saved.removed_at or at)
    return saved


@operation(SIGNED_IN, on=None)
def restore_filter(*, saved: SavedFilter, by: Account) -> SavedFilter:
    """Put back a filter of one's own that was removed. Raises SavedFilterRefused."""
    check_own(saved, by)
    change(saved, removed_at=None)
    return saved


def check_own(saved: SavedFilter, by: Account) -> None:
    """Raise SavedFilterRefused unless it is the account's own."""
    if saved.owner_id != by.pk:
        raise SavedFilterRefused(_("Only whoever saved this filter may change it."), code="not_own")


def checked(name: str) -> str:
    """A name in single spaces. Raises SavedFilterRefused where nothing is left."""
    words = " ".join(name.split())
    if not words:
        raise SavedFilterRefused(_("Give the filter a name."), field="name", code="blank_name")
    return words

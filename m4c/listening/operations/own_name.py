"""In whose name somebody speaks: what counts for a person is recorded by that person, or by their organiser."""

from collections.abc import Iterable

from django.db import models

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Permission
from m4c.core.visibility import scopes_of
from m4c.people.models import Account


def check_own_name(names: Iterable[int], where: models.Model, by: Account, for_others: Permission) -> None:
    """Raise NotAllowed unless these people's ids are all the account's own, or it holds `for_others` there.

    `where` is the group, or the record that the right is asked about.
    """
    if set(names) - {by.person_id} and not by.may(for_others, scopes_of(where)):
        raise NotAllowed(for_others)

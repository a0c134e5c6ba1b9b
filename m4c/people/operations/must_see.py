"""Whom an operation may name: lock four asks again what a form has asked, for doors that have no form."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.permissions import Permission
from m4c.people.models import Account, Person
from m4c.people.permissions import SEE_PEOPLE


class Unseen(Refused):
    """Somebody is named whom the account may not see; whether there is such a person is not told."""

    code = "unseen"


def must_see(people: Iterable[Person | None], by: Account) -> None:
    """Raise Unseen unless the account may see every one of these people; None is nobody. One query for many.

    The software's own accounts that see the whole movement name whom they like: what they write comes from files.
    """
    if by.system and by.may_somewhere(SEE_PEOPLE):
        return
    named = {person.pk for person in people if person} - {by.person_id}
    if named and Person.objects.visible_to(by).filter(pk__in=named).count() < len(named):
        raise Unseen(_("You can only name people whom you may see."))


def must_gain_sight(permission: Permission, by: Account) -> None:
    """Raise Unseen for an account that holds this right in bodies outside the movement's tree only.

    Whoever it brought in there would be seen by nobody who answers for them.
    """
    if by.sight.groups(permission) == []:
        raise Unseen(_("This is for the movement's own groups: whom you bring in here, you would not see afterwards."))

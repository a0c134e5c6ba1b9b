"""Keep names on one's own list: of people not yet spoken to, seen by nobody else, and forgotten after 60 days."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.people.list_permissions import FORGET_NAMES, KEEP_NAMES
from m4c.people.models import Account, Group, NameOnList

MOST = 200  # names on one list: who has more has not talked to them


class NameRefused(Refused):
    """The name would say nothing, or is on somebody else's list."""


@dataclass(frozen=True)
class NewName:
    """Somebody as one remembers them: a name, a number or an e-mail if any, and how one knows them."""

    name: str
    reach: str = ""
    words: str = ""


@operation(KEEP_NAMES, on="group")
def write_name(*, group: Group, new: NewName, on: date, by: Account) -> NameOnList:
    """Write a name on one's own list; `group` is one where one may keep a list. The same name again is the same line.

    Raises NameRefused.
    """
    name = " ".join(new.name.split())
    if not name:
        raise NameRefused(_("Write down a name."), field="name", code="blank")
    if by.person is None:
        raise NameRefused(
            _("Your account belongs to nobody on record. Ask whoever looks after accounts."), code="nobody"
        )
    own = NameOnList.objects.filter(owner=by.person)
    if known := own.filter(name__iexact=name, reach=new.reach.strip()).first():
        return known
    if own.count() >= MOST:
        sentence = _("{most} names are on your list. Meet some of them first, or take some off.")
        raise NameRefused(sentence.format(most=MOST), code="too_many")
    return NameOnList.objects.create(
        owner=by.person, name=name, reach=new.reach.strip(), words=new.words.strip(), made_on=on
    )


@operation(KEEP_NAMES, on="group")
def drop_name(*, group: Group, name: NameOnList, by: Account) -> NameOnList:
    """Take a name off one's own list: nothing of it stays. Raises NameRefused for somebody else's."""
    if by.person_id is None or name.owner_id != by.person_id:
        raise NameRefused(_("That name is on nobody's list but its owner's."), code="not_own")
    NameOnList.objects.filter(pk=name.pk).delete()
    return name


@operation(FORGET_NAMES, on=None)
def forget_names(*, on: date, by: Account) -> list[NameOnList]:
    """Forget the names that were written down more than 60 days before this day."""
    outdated = list(NameOnList.objects.outdated(on))
    NameOnList.objects.filter(pk__in=[name.pk for name in outdated]).delete()
    return outdated

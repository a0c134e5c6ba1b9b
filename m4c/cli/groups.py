"""Groups by the names that people type at the command line."""

import difflib

from m4c.core.errors import Refused
from m4c.people.models import Group

NEAR = 3  # names to offer instead


def find_group(name: str) -> Group | None:
    """The one group of the movement of this name or slug, case ignored; None where there is none.

    Raises Refused where several groups have the name.
    """
    wanted = " ".join(name.split())
    named = list(Group.objects.in_tree().filter(name__iexact=wanted, ended_on=None).select_related("parent"))
    if len(named) > 1:
        names = ", ".join(f"{group.slug} (in {group.parent})" for group in named)
        raise Refused(f"More than one group is called “{wanted}”. Name it by one of these: {names}.")
    return named[0] if named else Group.objects.in_tree().filter(slug=wanted.lower()).first()


def group_named(name: str, *, instead: str = "") -> Group:
    """The group of this name. Raises Refused with the names that come near, and what to do `instead`."""
    found = find_group(name)
    if found:
        return found
    names = list(Group.objects.in_tree().filter(ended_on=None).values_list("name", flat=True))
    folded = {each.casefold(): each for each in names}
    near = [folded[each] for each in difflib.get_close_matches(name.casefold(), folded, n=NEAR)]
    hint = f" Did you mean {' or '.join(f'“{each}”' for each in near)}?" if near else ""
    raise Refused(f"There is no group called “{name}”.{hint}{f' {instead}' if instead else ''}")

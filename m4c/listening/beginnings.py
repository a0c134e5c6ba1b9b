"""House meetings as what groups grow out of: told by the day and the group, never by whose home it was."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.listening.models import HouseMeeting
from m4c.people.groups.beginnings import GROUP_BEGINNINGS, MOST_OFFERED, Beginning
from m4c.people.models import Account, Group
from m4c.people.timeline import Origin


def offered(account: Account, group: Group) -> list[tuple[int, str]]:
    """House meetings that were held in this group, above or beside it."""
    seen = HouseMeeting.objects.visible_to(account).exclude(held_on=None).select_related("group")
    near = seen.filter(group__path__in=group.ancestor_paths) | seen.filter(group__parent=group.parent_id or group.pk)
    return [(meeting.pk, told_as(meeting)) for meeting in near.order_by("-day", "-pk")[:MOST_OFFERED]]


def told(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """Those of these house meetings that the account may see."""
    found = HouseMeeting.objects.visible_to(account).filter(pk__in=ids).select_related("group")
    return {each.pk: Origin(told_as(each), reverse("house-meeting", args=[each.uid])) for each in found}


def told_as(meeting: HouseMeeting) -> str:
    """A house meeting by its group and day."""
    return _("House meeting in {group}, {day}").format(group=meeting.group, day=date_format(meeting.day, "j F Y"))


def register() -> None:
    """Offer house meetings as beginnings of groups."""
    GROUP_BEGINNINGS.add("listening.housemeeting", Beginning(offered, told))

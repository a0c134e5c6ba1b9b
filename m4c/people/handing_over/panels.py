"""What handing over and the chart add to a group's page: what is under way, and the way to each."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import GROUP_PANELS, Panel
from m4c.core.prepared import prepared
from m4c.core.visibility import scopes_of
from m4c.people.models import Account, Group, HandingOver
from m4c.people.permissions import HAND_OVER, HAND_OVER_FOR_OTHERS, SEE_KNOWN_PEOPLE


def under_way(account: Account, group: Group) -> dict[str, Any] | None:
    """Those under way in a group that the account may see, and whether it may begin one: one query."""
    if not group.is_in_tree or not account.may(HAND_OVER, scopes_of(group)):
        return None
    for_others = account.may(HAND_OVER_FOR_OTHERS, scopes_of(group))
    return {"open": open_in(account, group.pk), "for_others": for_others, "group": group}


@prepared
def open_in(account: Account, group: int) -> QuerySet[HandingOver]:
    """Those under way in a group."""
    return HandingOver.objects.visible_to(account).open().filter(group=group).select_related("person")


def chart_of(account: Account, group: Group) -> dict[str, Any] | None:
    """The way to the chart of a group, for whoever sees people there: no query."""
    may_see = group.is_in_tree and not group.ended_on and account.may(SEE_KNOWN_PEOPLE, scopes_of(group))
    return {"group": group} if may_see else None


def register() -> None:
    """Put the panels on a group's page."""
    chart = Panel(_("Everybody by street or unit"), "people/group_chart.html", chart_of, SEE_KNOWN_PEOPLE, 70)
    GROUP_PANELS.add("people.chart", chart)
    panel = Panel(_("Handing over"), "people/group_handing_over.html", under_way, HAND_OVER, 80)
    GROUP_PANELS.add("people.handing_over", panel)

"""Which kits and runs everybody may read: the only way by which public pages read them."""

from django.db.models import QuerySet

from m4c.campaigns.kits.page import MOST_RUNS
from m4c.campaigns.models import Kit, KitRun
from m4c.campaigns.press.public_campaigns import group_named


def public_kits() -> QuerySet[Kit]:
    """Those that everybody may take, by name."""
    return Kit.objects.public().select_related("group", "grew_out_of").order_by("name", "pk")


def with_group_told(kit: Kit) -> Kit:
    """A kit with its group's name as `told_group`, blank where public pages name no such group."""
    kit.told_group = group_named(kit.group)  # type: ignore[attr-defined]
    return kit


def public_runs(kit: Kit) -> QuerySet[KitRun]:
    """Those of a public kit whose groups let them stand there, newest first."""
    found = KitRun.objects.filter(kit=kit, is_public=True, kit__in=Kit.objects.public()).select_related("group")
    return found.order_by("-on", "-pk")[:MOST_RUNS]

"""What every page says about the movement: its name, and the notice of the day."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from m4c.core.page_cache import known
from m4c.core.prepared import prepared
from m4c.people.models import Group, SiteNotice


def movement(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `movement_name`, empty before a movement starts, and `site_notice`, None where none stands.

    Each is read only when a template asks for it, in one query; for pages that are kept, once for all of them.
    """
    return {
        "movement_name": SimpleLazyObject(lambda: known(request, "name", name_of_movement)),
        "site_notice": SimpleLazyObject(lambda: known(request, f"notice in {get_language()}", notice_of_the_day)),
    }


def name_of_movement() -> str:
    """The name of the movement's own group."""
    return next(iter(names_of_movements()), "")


@prepared
def names_of_movements() -> QuerySet[Group, str]:
    """The names of the movement's own group; of none, before a movement starts."""
    return Group.objects.filter(kind=Group.Kind.MOVEMENT).values_list("name", flat=True)


def notice_of_the_day() -> dict[str, Any] | None:
    """What stands above every public page today, as the notice component takes it."""
    notice = SiteNotice.objects.standing(timezone.localdate()).first()
    return {"title": notice.words, "kind": notice.kind} if notice else None

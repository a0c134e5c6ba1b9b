"""What every page says about the movement: its name."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from m4c.people.models import Group


def movement(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `movement_name`, read only when a template asks for it; empty before a movement starts."""
    return {"movement_name": SimpleLazyObject(name_of_movement)}


def name_of_movement() -> str:
    """The name of the movement's own group."""
    return Group.objects.filter(kind=Group.Kind.MOVEMENT).values_list("name", flat=True).first() or ""

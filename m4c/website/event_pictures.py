"""What an event's page shows of its pictures: those that may be shown to all, and to their keepers who is in each."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import Panel
from m4c.core.visibility import Rows, scopes_of
from m4c.events.event_panels import AFTERWARDS_PANELS, EVENT_PANELS
from m4c.events.models import Event
from m4c.events.permissions import SEE_EVENTS
from m4c.people.models import Account
from m4c.website.models import Picture, Recognised
from m4c.website.permissions import PICTURE_EVENTS

SHOWN = 4  # on the event's page; its own page has them all


@dataclass(frozen=True)
class Kept:
    """A picture for whoever looks after it, with those named in it whom they may see."""

    picture: Picture
    faces: list[Recognised]

    @property
    def must_be_named(self) -> bool:
        """Whether people are in it, and nobody is named."""
        return self.picture.shows_people and not self.faces


def pictures_kept(account: Account, event: Event) -> list[Kept]:
    """All pictures of an event with who is in them. Two statements."""
    pictures = list(Picture.objects.visible_to(account).of_event(event))
    faces: dict[int, list[Recognised]] = {picture.pk: [] for picture in pictures}
    for row in Recognised.objects.visible_to(account).filter(picture__in=pictures):
        faces[row.picture_id].append(row)
    return [Kept(picture, faces[picture.pk]) for picture in pictures]


def pictures_at(account: Account, event: Event) -> dict[str, Any] | None:
    """The pictures that may be shown, and to their keepers how many wait."""
    may_add = may_keep(account, event)
    pictures = list(Picture.objects.visible_to(account).of_event(event))
    shown = [picture for picture in pictures if not picture.is_kept_back]
    if not shown and not may_add:
        return None
    waiting = len(pictures) - len(shown) if may_add else 0
    return {"event": event, "pictures": shown[:SHOWN], "all": len(shown), "waiting": waiting, "may_add": may_add}


def none_yet(account: Account, event: Event) -> dict[str, Any] | None:
    """Where there are none: the way to add one, once the event has begun."""
    if not may_keep(account, event) or event.starts_at > timezone.now() or event.is_called_off:
        return None
    return {"event": event, "pictures": [], "all": 0, "waiting": 0, "may_add": True}


def may_keep(account: Account, event: Event) -> bool:
    """Whether the account looks after the pictures of an event."""
    return account.may(PICTURE_EVENTS, scopes_of(event))


def register() -> None:
    """Put the panel on the event's page, and on that of what comes after it."""
    panel = Panel(
        title=_("Pictures"),
        template="website/event_pictures_panel.html",
        context=pictures_at,
        allow=SEE_EVENTS,
        order=40,
        rows=lambda event: Rows(Picture, Q(event=event)),
        bare=none_yet,
    )
    EVENT_PANELS.add("website.pictures", panel)
    AFTERWARDS_PANELS.add("website.pictures", panel)

"""How a win stands on a day, in words and as a badge: ends soon, is over, was looked at last and seen how."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.commitments.models import Win, WinLook
from m4c.commitments.watching.ending import ends_in

BADGES = {WinLook.Stands.YES: "kept", WinLook.Stands.PARTLY: "part", WinLook.Stands.NO: "broken"}


@dataclass(frozen=True)
class Standing:
    """The kind of badge and its words; `ends` warns in a sentence, blank where there is nothing to warn of."""

    badge: str
    words: str
    ends: str = ""
    look: str = ""


def standing_of(win: Win, seen: str | None, on: date) -> Standing:
    """How it stands: what was seen last, if anybody looked yet, weighs more than what was won."""
    if win.expires_on and win.expires_on < on:
        return Standing(
            "void", _("over since {day}").format(day=date_format(win.expires_on, "j F Y")), look=due(win, on)
        )
    badge = BADGES[WinLook.Stands(seen)] if seen else ("part" if win.kind == Win.Kind.PARTIAL else "kept")
    words = str(WinLook.Stands(seen).label) if seen else str(win.get_kind_display())
    return Standing(badge, words, warning(win, on), due(win, on))


def soon_on(day: date) -> date:
    """Until when what ends does so soon, on a day."""
    return day + timedelta(days=settings.WIN_WARNING_DAYS)


def warning(win: Win, on: date) -> str:
    """That it ends soon, in words; blank for one that does not."""
    return ends_in(win.expires_on, on, settings.WIN_WARNING_DAYS) if win.expires_on else ""


def due(win: Win, on: date) -> str:
    """That it is time to look again, in words; blank before that day."""
    if win.look_again_on is None or win.look_again_on > on:
        return ""
    return _("To look at again since {day}.").format(day=date_format(win.look_again_on, "j F Y"))

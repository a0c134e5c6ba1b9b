"""Days that do not count as silence: a pre-election period, a recess, or a pause that was agreed."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, ClockPause
from m4c.campaigns.permissions import RECORD_APPROACHES
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.power.models import Powerholder


class PauseRefused(Refused):
    """The pause says too little, or ends before it begins."""


@operation(RECORD_APPROACHES, on="campaign", public=True)
def pause_clock(
    *,
    campaign: Campaign,
    kind: str,
    since: date,
    at: datetime,
    by: Account,
    until: date | None = None,
    powerholder: Powerholder | None = None,
    words: str = "",
) -> ClockPause:
    """Say that days do not count, of one powerholder or of all in the campaign; both ends with it. Raises
    PauseRefused.
    """
    must_say_why(kind)
    must_end_later(since, until)
    same = {"campaign": campaign, "powerholder": powerholder, "kind": kind, "since": since, "until": until}
    return written_once(same, words, at, by)


def written_once(same: dict[str, Any], words: str, at: datetime, by: Account) -> ClockPause:
    """A pause of a campaign or a group, or the one that says the same already."""
    written = ClockPause.objects.filter(**same, struck_at=None).first()
    return written or ClockPause.objects.create(**same, words=words.strip(), added_by=by, added_at=at)


@operation(RECORD_APPROACHES, on="pause", public=True)
def end_pause(*, pause: ClockPause, until: date, by: Account) -> ClockPause:
    """Say which was the last day that does not count. Raises PauseRefused."""
    must_end_later(pause.since, until)
    change(pause, until=until)
    return pause


@operation(RECORD_APPROACHES, on="pause", public=True)
def strike_pause(*, pause: ClockPause, at: datetime, by: Account) -> ClockPause:
    """Strike a pause that was entered in error: its days count."""
    change(pause, struck_at=pause.struck_at or at)
    return pause


def must_say_why(kind: str) -> None:
    """Raise PauseRefused for days of which nobody says why they do not count."""
    if kind not in ClockPause.Kind.values:
        raise PauseRefused(_("Say why these days do not count."), field="kind", code="kind")


def must_end_later(since: date, until: date | None) -> None:
    """Raise PauseRefused for a pause that ends before it begins."""
    if until and until < since:
        raise PauseRefused(_("It ends before it begins."), field="until", code="backwards")

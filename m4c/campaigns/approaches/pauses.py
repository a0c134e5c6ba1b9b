"""Which days do not count as silence of whom: what campaigns wrote down, and pre-election periods from the settings."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.approaches.clock import Span
from m4c.campaigns.models import Approach, ClockPause
from m4c.power.models import Powerholder


@dataclass
class Pauses:
    """The pauses of some campaigns, read once."""

    of: dict[tuple[int | None, int | None], list[Span]] = field(default_factory=dict)

    @classmethod
    def of_campaigns(cls, campaigns: "Collection[int | None]") -> "Pauses":
        """Those of these campaigns. One query."""
        return cls.read(ClockPause.objects.filter(campaign__in=[pk for pk in campaigns if pk]))

    @classmethod
    def of_group(cls, group: int) -> "Pauses":
        """Those of a group, for what it asks without a campaign. One query."""
        return cls.read(ClockPause.objects.filter(group=group))

    @classmethod
    def read(cls, rows: "QuerySet[ClockPause]") -> "Pauses":
        """Those of these that stand."""
        found = cls()
        for pause in rows.filter(struck_at=None):
            span = Span(pause.since, pause.until, pause.words or pause.get_kind_display())
            found.of.setdefault((pause.campaign_id, pause.powerholder_id), []).append(span)
        return found

    def spans(self, campaign: int | None, powerholder: Powerholder) -> list[Span]:
        """Those that hold for a powerholder in a campaign; None is the group whose pauses were read."""
        written = [*self.of.get((campaign, None), []), *self.of.get((campaign, powerholder.pk), [])]
        return and_elections(written, powerholder)

    def of_approach(self, approach: Approach) -> list[Span]:
        """Those that hold for an approach."""
        return self.spans(approach.campaign_id, approach.powerholder)


def spans_along(approach: Approach) -> list[Span]:
    """Those that hold for an approach that was read `with_pauses`."""
    written = [
        Span(
            date.fromisoformat(since),
            date.fromisoformat(until) if until else None,
            words or ClockPause.Kind(kind).label,
        )
        for kind, since, until, words in approach.pauses or ()
    ]
    return and_elections(written, approach.powerholder)


def and_elections(written: list[Span], powerholder: Powerholder) -> list[Span]:
    """What was written down, and for whoever holds a public office the pre-election periods."""
    return written if powerholder.is_private_owner else [*written, *pre_election_periods()]


def pre_election_periods() -> list[Span]:
    """Those of the settings, which hold for everybody in a public office."""
    why = _("pre-election period")
    return [Span(since, until, why) for since, until in settings.PRE_ELECTION_PERIODS]


def in_words(span: Span) -> str:
    """Days that did not count, and why: “1 March 2027 to 6 May 2027 (pre-election period)”."""
    first = date_format(span.since, "j F Y")
    last = date_format(span.until, "j F Y") if span.until else ""
    if not last or span.since == span.until:
        return _("{first} ({why})").format(first=first, why=span.why)
    return _("{first} to {last} ({why})").format(first=first, last=last, why=span.why)

"""What a list of people is filtered by, as an address says it: each part by itself, and all together."""

import re
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from m4c.people.finding.text import INWARD, OUTWARD
from m4c.people.models.engagement import Engagement
from m4c.people.models.person import begins
from m4c.people.names import fold
from m4c.people.sight import EVERYTHING, NOTHING, any_of

if TYPE_CHECKING:
    from m4c.people.models.account import Account

YEAR = timedelta(days=365)
CAME = "came"  # the ledger's word for who was at an event


@dataclass(frozen=True)
class Filter:
    """Whom to list; what is not set leaves nobody out. Its fields are named as in the address of the list."""

    postcode: str = ""
    came: int | None = None  # at least so often in a year
    quiet: int | None = None  # no contact for more than so many days

    @property
    def is_set(self) -> bool:
        """Whether it leaves anybody out."""
        return bool(self.words)

    @property
    def words(self) -> dict[str, str]:
        """Its part of an address."""
        return {field.name: str(value) for field in fields(self) if (value := getattr(self, field.name))}

    def condition(self, account: "Account", now: datetime) -> Q:
        """Those of people whom it lets through, by the engagements that this account may see."""
        let_through = at_postcode(self.postcode) if self.postcode else EVERYTHING
        if self.came:
            let_through &= came_at_least(self.came, account, since=now - YEAR)
        if self.quiet:
            let_through &= ~engaged(account, since=now - timedelta(days=self.quiet))
        return let_through


def at_postcode(typed: str) -> Q:
    """Those whose postcode begins so, with the space in it or without: `cf3 0` and `cf30` are of sector CF3 0."""
    letters = fold(typed).upper()
    beginnings = [] if re.search(r"\w\s+\w", typed) else [letters]
    for cut in range(2, min(5, len(letters))):
        first, second = letters[:cut], letters[cut:]
        if OUTWARD.fullmatch(first.lower()) and INWARD.fullmatch(second.lower()):
            beginnings.append(f"{first} {second}")
    found: Q = any_of(begins("address__postcode", beginning) for beginning in beginnings) if letters else NOTHING
    return found


def came_at_least(number: int, account: "Account", *, since: datetime) -> Q:
    """Those who came to at least so many events since then; looks at no more of them than that."""
    came = Engagement.objects.visible_to(account).filter(person=OuterRef("pk"), kind=CAME, at__gte=since)
    return Q(Exists(came.order_by()[number - 1 : number]))


def engaged(account: "Account", *, since: datetime) -> Q:
    """Those with any engagement since then."""
    return Q(Exists(Engagement.objects.visible_to(account).filter(person=OuterRef("pk"), at__gte=since).order_by()))

"""Gifts in kind to a community project: what came, how many, from whom, and where it went."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Gift
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account


class GiftRefused(Refused):
    """The gift is nothing."""


@dataclass(frozen=True)
class NewGift:
    """What was given: not money, for which there are rules of its own."""

    what: str
    on: date
    how_many: int = 1
    giver: str = ""
    went_to: str = ""

    @property
    def checked(self) -> dict[str, object]:
        """As it is kept. Raises GiftRefused."""
        if not self.what.strip():
            raise GiftRefused(_("Say what was given."), field="what", code="blank")
        if self.how_many < 1:
            raise GiftRefused(_("Say how many."), field="how_many", code="none")
        words = {name: str(getattr(self, name)).strip() for name in ("what", "giver", "went_to")}
        return words | {"how_many": self.how_many, "on": self.on}


@operation(RUN_CAMPAIGNS, on="campaign")
def record_gift(*, campaign: Campaign, new: NewGift, at: datetime, by: Account) -> Gift:
    """Write down a gift in kind. Raises GiftRefused."""
    return Gift.objects.create(campaign=campaign, added_by=by, added_at=at, **new.checked)


@operation(RUN_CAMPAIGNS, on="gift")
def change_gift(*, gift: Gift, new: NewGift, by: Account) -> Gift:
    """Put a gift right, or say where it went since. Raises GiftRefused."""
    change(gift, **new.checked)
    return gift

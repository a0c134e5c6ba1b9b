"""When the keeper of a commitment next gets in touch with whoever made it."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment
from m4c.commitments.watching.keeping import must_keep
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.models import Account


class ContactRefused(Refused):
    """Nobody gets in touch in days gone by."""


@operation(SIGNED_IN, on="by")
def plan_contact(*, commitment: Commitment, on: date | None, at: datetime, by: Account) -> Commitment:
    """Set the day on which to get in touch next; None for no more. Raises ContactRefused for a day gone by."""
    must_keep(commitment, by)
    if on and on < timezone.localdate(at):
        raise ContactRefused(_("Choose today or a day to come."), field="on", code="gone_by")
    change(commitment, next_contact_on=on)
    return commitment

"""Tell the safeguarding lead that something waits: nothing of it, and each thing once."""

from datetime import datetime

from m4c.core.operations import operation
from m4c.people.models import Account, Protection, Referral, SafetyNotice
from m4c.people.permissions import TELL_OF_OVERDUE
from m4c.people.safety import tasks as safety_tasks


@operation(TELL_OF_OVERDUE, on=None)
def tell_of_overdue(*, at: datetime, by: Account) -> None:
    """Tell of everybody kept safe whom nobody has confirmed in time, and of whom it was not told yet."""
    told = SafetyNotice.objects.filter(kind=SafetyNotice.Kind.OVERDUE).values("protection")
    for protection in Protection.objects.unconfirmed().filter(confirm_by__lt=at).exclude(pk__in=told):
        tell(SafetyNotice.Kind.OVERDUE, at, protection=protection)


def tell(
    kind: SafetyNotice.Kind, at: datetime, *, protection: Protection | None = None, referral: Referral | None = None
) -> None:
    """Keep that it is told of a case, and hand the letter to the worker."""
    notice, is_new = SafetyNotice.objects.get_or_create(
        kind=kind, protection=protection, referral=referral, defaults={"made_at": at}
    )
    if is_new:
        safety_tasks.mail_safety_notice.enqueue(notice.pk)

"""Background tasks of keeping people safe: ids in, one operation or one letter out."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.accounts import letters
from m4c.people.models import Account, SafetyNotice
from m4c.people.operations import safety_notice  # as a module: it imports this one
from m4c.people.safety.leads import told_of


@task()
def mail_safety_notice(notice_id: int) -> None:
    """Write to whoever answers for it that something waits; not what, where, or about whom."""
    notice = SafetyNotice.objects.select_related("protection__group", "referral__group").get(pk=notice_id)
    about = notice.protection.person if notice.protection else None
    told, are_leads = told_of(notice.group, about)
    for account in told:
        letters.send_something_waits(account, are_leads=are_leads)


@task()
def tell_of_overdue() -> None:
    """Find what should have been confirmed by now, and tell of it once."""
    safety_notice.tell_of_overdue(at=timezone.now(), by=Account.objects.of_system(Role.WORKER))

"""Background tasks of people: ids in, one operation out."""

from datetime import datetime

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people import letters
from m4c.people.models import Account, SignInLink
from m4c.people.operations import sign_in  # as a module: it imports this one


@task()
def mail_sign_in_link(account_id: int) -> None:
    """Send an account a sign-in link, made now; the last one sent is the one that works."""
    account = Account.objects.select_related("person").get(pk=account_id)
    link = sign_in.link_by_mail(account=account, by=Account.objects.of_system(Role.WORKER))
    letters.send_sign_in_link(account, link)


@task()
def mail_password_reset(email: str) -> None:
    """Write to whichever open account has this address how to choose a new password; to nobody else."""
    account = Account.objects.filter(email=email, is_active=True).select_related("person").first()
    if account:
        letters.send_password_reset(account)


@task()
def mail_code_used(link_id: int) -> None:
    """Tell an account that a code shown by somebody else has signed it in."""
    link = SignInLink.objects.select_related("account__person", "made_by__person").get(pk=link_id)
    letters.send_code_used(link)


@task()
def mail_sign_in_changed(account_id: int, what: str, device: str, at: str) -> None:
    """Tell an account that the way it signs in was changed: `what` as the audit entry names it, `at` in ISO."""
    account = Account.objects.select_related("person").get(pk=account_id)
    letters.send_sign_in_changed(account, what, device, datetime.fromisoformat(at))


@task()
def forget_old_sign_ins() -> None:
    """Drop what is left of sign-ins that ended long ago."""
    sign_in.forget_old_sign_ins(by=Account.objects.of_system(Role.WORKER))

"""Background tasks of people: ids in, one operation out."""

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.accounts import letters
from m4c.people.imports import run
from m4c.people.imports.files import forget_file, forget_strays, page_limits
from m4c.people.models import Account, Invitation, SheetImport, SignInLink
from m4c.people.models.protection import is_kept_safe
from m4c.people.operations import import_undo, sheet_import, sign_in  # as modules: they import this one

STRAY = 86_400  # seconds after which a file that no import knows of is one that nobody waits for


@task()
def mail_sign_in_link(account_id: int) -> None:
    """Send an account a sign-in link that others asked for, made now; the last one sent is the one that works.

    Not to somebody kept safe: what goes out by itself does not reach her.
    """
    account = Account.objects.select_related("person").get(pk=account_id)
    if is_kept_safe(account.person_id):
        return
    link = sign_in.link_by_mail(account=account, by=Account.objects.of_system(Role.WORKER))
    letters.send_sign_in_link(account, link)


@task()
def mail_invitation(invitation_id: int) -> None:
    """Send somebody the link that accepts an invitation; not to somebody who has been kept safe since."""
    invitation = Invitation.objects.select_related("account__person", "group", "invited_by__person").get(
        pk=invitation_id
    )
    account = invitation.account
    if account is None or invitation.protection_id or invitation.accepted_at or is_kept_safe(account.person_id):
        return
    link = sign_in.link_by_mail(account=account, invitation=invitation, by=Account.objects.of_system(Role.WORKER))
    letters.send_invitation(invitation, account, link)


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


@task()
def read_sheet(import_id: int, account_id: int) -> None:
    """Read a given sheet, and keep what would become of each row."""
    run.look_through(import_waiting(import_id), by=Account.objects.get(pk=account_id), limits=page_limits())


@task()
def write_sheet(import_id: int, account_id: int) -> None:
    """Write a confirmed sheet to its end, from wherever it got to."""
    stop_on_refusal(run.bring_in, import_id, account_id)


@task()
def undo_sheet(import_id: int, account_id: int) -> None:
    """Undo an import to its end."""
    stop_on_refusal(run.undo, import_id, account_id)


@task()
def forget_old_files() -> None:
    """Forget the rows and files of imports that ended long ago, and files that no import knows of."""
    now = timezone.now()
    by = Account.objects.of_system(Role.WORKER)
    for forgotten in import_undo.forget_imports(before=now - import_undo.KEPT, at=now, by=by):
        forget_file(forgotten)
    forget_strays(older_than=STRAY)


def stop_on_refusal(work: Callable[..., SheetImport], import_id: int, account_id: int) -> None:
    """Do a part of an import; what stands against it is told on the import itself."""
    found, by = import_waiting(import_id), Account.objects.get(pk=account_id)
    try:
        work(found, by=by)
    except Refused as refused:
        sheet_import.stop_sheet(sheet_import=found, problem=str(refused), by=by)


def import_waiting(import_id: int) -> SheetImport:
    """The import that a task is about."""
    return SheetImport.objects.select_related("group", "by").get(pk=import_id)

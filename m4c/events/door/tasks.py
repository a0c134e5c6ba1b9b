"""What the worker does for the door: lay out a sign-in sheet, kept for an hour for whoever asked."""

from django.core.cache import cache
from django.utils import translation

from m4c.core.tasks import task
from m4c.events.door.sheet import sheet_of
from m4c.events.models import Event
from m4c.people.models import Account

KEPT_FOR = 3_600  # seconds


@task()
def make_sign_in_sheet(file: str, event: int, account: int, language: str, codes: bool) -> None:
    """Make the sheet of this name as whoever asked for it may see it; made again it says the same."""
    asked_by = Account.objects.get(pk=account)
    found = Event.objects.visible_to(asked_by).filter(pk=event).first()
    if found is None or not asked_by.is_active:
        return
    with translation.override(language):
        content = sheet_of(found, asked_by, codes=codes)
    cache.set(name_of(file), (asked_by.pk, content), KEPT_FOR)


def name_of(file: str) -> str:
    """The name under which a sheet is kept."""
    return f"sign-in-sheet-{file}"


def kept_sheet(file: str, account: Account) -> bytes | None:
    """The sheet of this name, for whoever asked for it; None while it is being made, and for everybody else."""
    asked_by, content = cache.get(name_of(file)) or (None, None)
    return content if asked_by == account.pk else None

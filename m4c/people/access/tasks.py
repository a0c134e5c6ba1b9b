"""Background tasks of access packs: make the files, send the link, and forget the files in time."""

from django.utils import timezone, translation

from m4c.core.permissions import Role
from m4c.core.tasks import on_failure, task
from m4c.people.access import files
from m4c.people.models import AccessPack, Account
from m4c.people.operations import access_pack as operations  # as a module: it imports this one
from m4c.people.rights import letters as rights_letters


@task()
def make_access_pack(pack_id: int) -> None:
    """Make the files of a pack; one that is made or failed stays as it is."""
    pack = AccessPack.objects.select_related("request__person").filter(pk=pack_id).first()
    if pack is None or pack.state != "queued":
        return
    with on_failure(lambda: give_up(pack)), translation.override(pack.language or None):
        count = files.make_files(pack)
    operations.keep_pack(pack=pack, count=count, at=timezone.now(), by=worker())


def give_up(pack: AccessPack) -> None:
    """Leave nothing half made, and say that it failed."""
    files.forget_files(pack)
    operations.fail_pack(pack=pack, at=timezone.now(), by=worker())


@task()
def mail_access_pack(pack_id: int) -> None:
    """Send somebody the link to their pack, while its files are there."""
    pack = AccessPack.objects.openable(timezone.now()).select_related("request").filter(pk=pack_id).first()
    if pack and pack.sent_to:
        rights_letters.send_pack_link(operations.pack_letter(pack=pack, by=worker()))


@task()
def forget_access_packs() -> None:
    """Remove the files that were kept long enough, and only then say so: killed half way, the next run goes on."""
    now = timezone.now()
    for pack in AccessPack.objects.outdated(now):
        files.forget_files(pack)
    operations.forget_packs(at=now, by=worker())


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)

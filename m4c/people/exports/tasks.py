"""Background tasks of exports: make the file that somebody asked for, and forget it after two days."""

from django.utils import timezone, translation

from m4c.core.permissions import Role
from m4c.core.tasks import on_failure, task
from m4c.people.exports import files
from m4c.people.models import Account, PeopleExport
from m4c.people.operations import people_export  # as a module: it imports this one


@task()
def make_export(export_id: int) -> None:
    """Make the file as whoever asked for it may see people now; one that is made or failed stays as it is."""
    export = PeopleExport.objects.select_related("requested_by").filter(pk=export_id).first()
    if export is None or not export.is_queued:
        return
    with on_failure(lambda: give_up(export)), translation.override(export.language or None):
        count = files.make_file(export)
    people_export.keep_export(export=export, count=count, by=worker(), at=timezone.now())


def give_up(export: PeopleExport) -> None:
    """Leave nothing half made, and say that it failed."""
    files.forget_file(export)
    people_export.fail_export(export=export, by=worker(), at=timezone.now())


@task()
def forget_old_exports() -> None:
    """Remove the files that were kept long enough, and only then say so: killed half way, the next run goes on."""
    now = timezone.now()
    for export in PeopleExport.objects.outdated(now):
        files.forget_file(export)
    people_export.forget_exports(by=worker(), at=now)


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)

"""Background tasks of what is done with many people: carry it out piece by piece, and forget it in time."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from m4c.core.chunks import let_others_write
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.list_permissions import CHANGE_MANY
from m4c.people.models import Account, PeopleChange
from m4c.people.operations import people_change  # as a module: it imports this one


@task()
def carry_out(change_id: int) -> None:
    """Do it to the end, from wherever it got to, each piece as whoever asked for it may by then."""
    worker = Account.objects.of_system(Role.WORKER)
    while (begun := standing(change_id)) and begun.is_under_way:
        by = begun.requested_by  # read anew: what it holds is remembered for as long as it lives
        with translation.override(begun.language or None):
            groups = by.groups_for(CHANGE_MANY)
            try:
                if not groups:
                    raise people_change.ChangeRefused(_("You may do this no more."), code="not_allowed")
                people_change.carry_on(groups=groups, begun=begun, by=by, at=timezone.now())
            except Refused as refused:
                people_change.stop_change(begun=begun, problem=str(refused), by=worker, at=timezone.now())
        let_others_write()


def standing(change_id: int) -> PeopleChange | None:
    """How far it got, with whoever asked for it as they are now."""
    return PeopleChange.objects.select_related("requested_by").filter(pk=change_id).first()


@task()
def forget_old_changes() -> None:
    """Forget whom the changes of long ago were about."""
    people_change.forget_changes(by=Account.objects.of_system(Role.WORKER), at=timezone.now())

"""Make one group part of another: what it was stays to be read, and all that it did comes along."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.followers import group_changed
from m4c.people.groups.merging import GROUP_MERGE_STEPS, Joining
from m4c.people.models import Account, Group, GroupMerge, GroupPassing
from m4c.people.operations.group import GroupRefused, hold
from m4c.people.permissions import MERGE_GROUPS


@dataclass(frozen=True)
class MergedGroups:
    """What became of two groups: the merge on record, the one that stayed, and the one that ended."""

    merge: GroupMerge
    kept: Group
    gone: Group

    @property
    def touched(self) -> list[Model]:
        """For the audit entry."""
        return [self.merge, self.kept, self.gone]


@operation(MERGE_GROUPS, on="groups", every=True, public=True)
def merge_group(*, groups: list[Group], on: date, at: datetime, by: Account) -> MergedGroups:
    """Make the first of two groups part of the second: people, events, notes and the rest follow, each by its step.

    The first ends that day as "became part of" the second, keeps its own story, and its address answers with the
    second. It cannot be undone, so a page shows beforehand what moves. Nobody is told. Raises GroupRefused.
    """
    hold(path for group in groups for path in group.ancestor_paths)
    gone, kept = (Group.objects.get(pk=group.pk) for group in groups)
    check_may_merge(gone, kept)
    if on > timezone.localdate(at):
        raise GroupRefused(_("Write it down on its day, or later."), field="on", code="to_come")
    joining = Joining(gone, kept, on, at, by)
    moved = {step.name: number for step in GROUP_MERGE_STEPS.all() if step.run and (number := step.run(joining))}
    gone.refresh_from_db()
    kept.refresh_from_db()
    change(gone, ended_on=on)
    merge = GroupMerge.objects.create(gone=gone, kept=kept, on=on, at=at, by=by, moved=moved)
    group_changed(gone)
    group_changed(kept)
    return MergedGroups(merge, kept, gone)


def check_may_merge(gone: Group, kept: Group) -> None:
    """Raise GroupRefused, with a sentence, where the first cannot become part of the second."""
    if gone.pk == kept.pk:
        raise GroupRefused(_("This is one group already."), field="into", code="same_group")
    if gone.kind == Group.Kind.MOVEMENT:
        raise GroupRefused(_("The movement itself becomes part of nothing."), field="into", code="movement")
    if gone.ended_on or kept.ended_on:
        raise GroupRefused(_("One of these groups has ended already."), field="into", code="group_ended")
    if gone.is_in_tree != kept.is_in_tree or (not gone.is_in_tree and gone.kind != kept.kind):
        raise GroupRefused(
            _("A group becomes part of a group, and a body outside the movement of one of its own kind."),
            field="into",
            code="other_kind",
        )
    if kept.path.startswith(gone.path):
        raise GroupRefused(
            _("{kept} stands below {gone}: merge them the other way round, or move it first.").format(
                kept=kept, gone=gone
            ),
            field="into",
            code="below_itself",
        )
    if GroupPassing.objects.standing().filter(Q(group=gone) | Q(group=kept, into=gone)).exists():
        raise GroupRefused(
            _("Its people are being asked what they want: a merge would answer for them."),
            field="into",
            code="being_asked",
        )

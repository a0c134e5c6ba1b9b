"""How themes come along when a group becomes part of another: two of one name are one."""

from m4c.core.operations import change
from m4c.listening.models import Concern, Theme
from m4c.people.groups.merging import Joining


def one_theme(joining: Joining, kept: Theme, gone: Theme) -> None:
    """Two themes of one name outside any campaign are one: its concerns come along."""
    Concern.objects.filter(theme=gone).update(theme=kept, theme_since=joining.at)
    change(gone, group=kept.group, merged_into=kept, ended_at=joining.at)

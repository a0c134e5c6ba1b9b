"""Nothing that points at a group is left behind, unless it is meant to, when one becomes part of another."""

from m4c.people.group_merging import GROUP_MERGE_STEPS
from m4c.people.models import Group
from m4c.people.operations.merging.journal import relations_to


def test_every_field_that_points_at_a_group_has_a_step() -> None:
    fields = {f"{relation.related_model._meta.label_lower}.{relation.field.name}" for relation in relations_to(Group)}
    assert sorted(GROUP_MERGE_STEPS.names()) == sorted(fields)

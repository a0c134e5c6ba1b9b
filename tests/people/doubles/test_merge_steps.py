"""Nothing that points at a person is left behind when two are made one."""

from m4c.people.merging import MERGE_STEPS
from m4c.people.models import Person
from m4c.people.operations.merging.journal import relations_to


def test_every_field_that_points_at_a_person_has_a_step() -> None:
    fields = {f"{relation.related_model._meta.label_lower}.{relation.field.name}" for relation in relations_to(Person)}
    assert set(MERGE_STEPS.names()) == fields

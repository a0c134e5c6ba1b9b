"""Columns of many rows at once: written as `update` writes them, to those rows alone."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from m4c.core.updating import add_to_those, update_those
from m4c.people.models import Account, Group, Person, PersonEmail
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_only_those_rows_are_written(cast: Cast) -> None:
    leader, member = cast.person("leader"), cast.person("member")
    before, now = member.source, timezone.now()
    assert update_those(Person, "id", [leader.pk], source="At a door", made_at=now) == 1
    leader.refresh_from_db()
    member.refresh_from_db()
    assert (leader.source, leader.made_at, member.source) == ("At a door", now, before)
    assert member.made_at != now


def test_rows_are_found_by_a_relation_and_by_a_uid(cast: Cast) -> None:
    leader = cast.person("leader")
    assert update_those(Person, "uid", [leader.uid], met_by=cast.person("member").pk) == 1
    assert update_those(Account, "person", [leader.pk], time_zone="Europe/Paris") == 1
    leader.refresh_from_db()
    assert leader.met_by == cast.person("member")
    assert Account.objects.get(person=leader).time_zone == "Europe/Paris"


def test_a_number_is_added_to_what_stands_there(cast: Cast) -> None:
    groups = [cast.movement, cast.cardiff]
    before = {group.pk: Group.objects.get(pk=group.pk).head_count for group in groups}
    assert add_to_those(Group, "path", [group.path for group in groups], head_count=3) == len(groups)
    assert {group.pk: group.head_count - 3 for group in Group.objects.filter(pk__in=before)} == before


def test_nothing_is_asked_for_none(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert update_those(Person, "id", [], source="At a door") == 0


def test_what_a_constraint_forbids_is_not_written(cast: Cast) -> None:
    emails = list(PersonEmail.objects.filter(person=cast.person("leader"))[:1])
    other = PersonEmail.objects.exclude(pk=emails[0].pk)[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        update_those(PersonEmail, "id", [other.pk], person=emails[0].person_id, folded=emails[0].folded)
    assert PersonEmail.objects.get(pk=other.pk).folded == other.folded

"""Who sees a 1-2-1: whoever asked, and the organisers of its group; never one with or by somebody kept safe."""

from m4c.core.permissions import Role
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Engagement, Person
from tests.cast import Cast, make_account
from tests.factories import TODAY, seers, somebody


def of_leader(cast: Cast, other: Person) -> OneToOne:
    new = NewOneToOne(asker=cast.person("leader"), other=other, day=TODAY, held_on=TODAY)
    return record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def test_who_sees_it(cast: Cast) -> None:
    assert seers(cast, of_leader(cast, somebody(cast))) == {
        "leader",
        "organiser",
        "national_organiser",
        "data_protection",
    }


def test_another_leader_of_the_group_does_not(cast: Cast) -> None:
    one_to_one = of_leader(cast, somebody(cast))
    colleague = make_account(cast, "Rhian", "Lloyd", cast.cardiff, Role.LEADER)
    assert one_to_one not in OneToOne.objects.visible_to(colleague)


def test_with_somebody_kept_safe_only_her_contact_sees_it(cast: Cast) -> None:
    one_to_one = of_leader(cast, cast.person("protected_member"))
    assert seers(cast, one_to_one) == {"leader"}
    assert seers(cast, Engagement.objects.get(kind="held_one_to_one")) == {"leader"}


def test_of_somebody_kept_safe_only_her_contact_and_she_see_it(cast: Cast) -> None:
    hana = cast.person("protected_member")
    new = NewOneToOne(asker=hana, other=somebody(cast), day=TODAY, held_on=TODAY)
    one_to_one = record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)

    assert seers(cast, one_to_one) == {"protected_member"}


def test_arranged_held_and_followed_up_are_nested(cast: Cast) -> None:
    one_to_one = of_leader(cast, somebody(cast))
    for state, counts in (("arranged", (1, 0, 0)), ("held", (1, 1, 0)), ("followed_up", (1, 1, 1)), ("off", (0, 0, 0))):
        one_to_one.held_on = TODAY if state in ("held", "followed_up") else None
        one_to_one.followed_up_on = TODAY if state == "followed_up" else None
        one_to_one.called_off_on = TODAY if state == "off" else None
        one_to_one.save()
        rows = OneToOne.objects.all()
        assert (rows.arranged().count(), rows.held().count(), rows.followed_up().count()) == counts

"""Figures of leaders: for themselves and their organiser, by name, and no rate of fewer than three events."""

from django.utils import timezone

from m4c.events.models import Attendance, Event, TurnoutPledge
from m4c.events.operations.attendance import Came, attend_many
from m4c.events.turnout.by_leader import leaders_of
from m4c.people.models import Account, Person
from tests.cast import Cast
from tests.factories import gathering, somebody

NOW = timezone.now()


def promise(event: Event, person: Person, number: int) -> None:
    TurnoutPledge.objects.create(event=event, person=person, number=number, made_at=NOW)


def bring(cast: Cast, event: Event, leader: Person, *names: str) -> None:
    """People of these names came because of the leader."""
    attend_many(event=event, rows=[Came(somebody(cast, name), Attendance.State.CAME, leader) for name in names])


def test_in_the_order_of_names(cast: Cast):
    event = gathering(cast)
    member, leader = cast.person("member"), cast.person("leader")
    promise(event, member, 20)
    promise(event, leader, 2)
    bring(cast, event, leader, "Ann Lee", "Max Hay")
    told = [(each.person, each.pledged, each.came) for each in leaders_of(event, cast.organiser)]
    assert told == [(leader, 2, 2), (member, 20, 0)]


def test_a_leader_sees_their_own_and_a_stranger_nothing(cast: Cast):
    event = gathering(cast)
    for persona in ("leader", "member"):
        promise(event, cast.person(persona), 5)

    def seen(account: Account) -> list[Person]:
        return [each.person for each in leaders_of(event, account)]

    assert seen(cast.organiser) == [cast.person("leader"), cast.person("member")]
    assert seen(cast.leader) == [cast.person("leader")]
    assert seen(cast.leader_elsewhere) == []


def test_no_rate_of_fewer_than_three_events(cast: Cast):
    leader = cast.person("leader")
    events = [gathering(cast, days=-days) for days in (30, 20, 10)]
    for number, event in enumerate(events):
        promise(event, leader, 2)
        bring(cast, event, leader, f"Comes {number}")
        rate = leaders_of(event, cast.fresh("organiser"))[0].show_rate
        assert rate == (0.5 if number == 2 else None)


def test_who_asked_them_counts_where_nobody_is_said_to_have_brought_them(cast: Cast):
    event = gathering(cast)
    bring(cast, event, cast.person("member"), "Ann Lee")
    attend_many(event=event, rows=[Came(somebody(cast, "Max Hay"))])
    Attendance.objects.filter(event=event).update(asked_by=cast.person("leader"))
    told = {each.person: each.came for each in leaders_of(event, cast.organiser)}
    assert told == {cast.person("member"): 1, cast.person("leader"): 1}


def test_no_rate_counts_somebody_kept_safe(cast: Cast):
    leader = cast.person("leader")
    events = [gathering(cast, days=-days) for days in (30, 20, 10)]
    for event in events:
        promise(event, leader, 1)
    attend_many(event=events[0], rows=[Came(cast.person("protected_member"), Attendance.State.CAME, leader)])
    assert leaders_of(events[2], cast.organiser)[0].show_rate == 0.0

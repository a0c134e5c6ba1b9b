"""A 1-2-1 is recorded in one's own name, counts once, gets further and can be taken back step by step."""

from datetime import date, timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models.record import new_uid
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import (
    NewOneToOne,
    OneToOneRefused,
    call_off_one_to_one,
    follow_up_one_to_one,
    hold_one_to_one,
    rearrange_one_to_one,
    record_one_to_one,
    record_one_to_ones,
    reopen_one_to_one,
)
from m4c.people.ledger import rebuild
from m4c.people.models import Account, Engagement, Membership, Person
from m4c.people.operations.membership import join
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import NewPerson
from tests.cast import Cast
from tests.factories import TODAY, doers, somebody

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def arranged(
    cast: Cast, other: Person | NewPerson | None = None, by: Account | None = None, **more: object
) -> OneToOne:
    """A 1-2-1 of the leader's, with Amal where nobody else is named; told by `by` of itself, else by the operator."""
    asker = (by or cast.leader).person
    facts = {"asker": asker, "other": other or somebody(cast, met_by=asker if by else None), "day": TODAY} | more
    new = NewOneToOne(**facts)  # type: ignore[arg-type]
    return record_one_to_one(group=cast.cardiff, new=new, by=by or cast.operator)


def kinds(person: Person) -> list[str]:
    return sorted(Engagement.objects.filter(person=person).values_list("kind", flat=True))


def test_arranged_it_is_no_deed_yet(cast: Cast) -> None:
    one_to_one = arranged(cast)
    assert (one_to_one.state, kinds(one_to_one.asker), kinds(one_to_one.other)) == ("arranged", [], [])


def test_held_it_is_a_deed_of_both(cast: Cast) -> None:
    one_to_one = arranged(cast, held_on=TODAY, next_step=" Meet her sister ", next_step_by=TOMORROW)

    assert (one_to_one.state, one_to_one.next_step) == ("held", "Meet her sister")
    assert kinds(one_to_one.asker) == ["held_one_to_one"]
    assert kinds(one_to_one.other) == ["had_one_to_one"]
    assert Engagement.objects.get(kind="had_one_to_one").leader == cast.person("leader")


def test_who_was_talked_to_is_seen_by_who_asked(cast: Cast) -> None:
    amal = somebody(cast, group=cast.swansea)
    arranged(cast, amal, held_on=TODAY)
    assert Person.objects.visible_to(cast.fresh("leader")).filter(pk=amal.pk).exists()


def test_somebody_new_comes_in_by_the_group(cast: Cast) -> None:
    one_to_one = arranged(cast, NewPerson("Kit", "Okafor", phones=["+447700900321"]), held_on=YESTERDAY, day=YESTERDAY)

    assert (one_to_one.other.name, one_to_one.other.met_on) == ("Kit Okafor", YESTERDAY)
    assert Membership.objects.get(person=one_to_one.other).group == cast.cardiff


def test_the_same_two_on_a_day_are_one_and_it_only_gets_further(cast: Cast) -> None:
    amal = somebody(cast)
    first = arranged(cast, amal, next_step="Ring her")
    held = arranged(cast, amal, held_on=TODAY, next_step="Something else")
    again = arranged(cast, amal)

    assert OneToOne.objects.count() == 1
    assert (held.pk, again.state, again.next_step) == (first.pk, "held", "Ring her")


def test_it_counts_for_the_one_who_asked_and_each_may_ask(cast: Cast) -> None:
    leader, organiser = cast.person("leader"), cast.person("organiser")
    arranged(cast, organiser, held_on=TODAY)
    arranged(cast, leader, by=cast.organiser, held_on=TODAY)

    assert OneToOne.objects.count() == 2
    assert kinds(leader) == ["had_one_to_one", "held_one_to_one"]


def test_who_may_record_their_own_here(cast: Cast) -> None:
    assert doers(lambda by: arranged(cast, by=by), cast) == {"leader", "organiser", "national_organiser"}


@pytest.mark.parametrize("persona", ["leader", "organiser", "national_organiser", "organiser_elsewhere"])
def test_only_an_organiser_of_the_group_records_in_anothers_name(cast: Cast, persona: str) -> None:
    new = NewOneToOne(asker=somebody(cast, "Bob Hughes"), other=somebody(cast), day=TODAY)
    by = getattr(cast, persona)
    if persona in ("organiser", "national_organiser"):
        assert record_one_to_one(group=cast.cardiff, new=new, by=by).asker.name == "Bob Hughes"
        assert len(record_one_to_ones(group=cast.cardiff, rows=[new], by=by)) == 1
        return
    with pytest.raises(NotAllowed):
        record_one_to_one(group=cast.cardiff, new=new, by=by)
    with pytest.raises(NotAllowed):
        record_one_to_ones(group=cast.cardiff, rows=[new], by=by)
    assert OneToOne.objects.count() == 0


def test_one_in_anothers_name_among_ones_own_is_refused_with_them(cast: Cast) -> None:
    own = NewOneToOne(asker=cast.person("leader"), other=somebody(cast), day=TODAY)
    anothers = NewOneToOne(asker=somebody(cast, "Bob Hughes"), other=somebody(cast), day=TODAY)
    with pytest.raises(NotAllowed):
        record_one_to_ones(group=cast.cardiff, rows=[own, anothers], by=cast.leader)
    assert OneToOne.objects.count() == 0


CHANGES = {
    "hold": lambda one, by: hold_one_to_one(one_to_one=one, on=TODAY, by=by),
    "rearrange": lambda one, by: rearrange_one_to_one(one_to_one=one, day=TOMORROW, by=by),
    "call off": lambda one, by: call_off_one_to_one(one_to_one=one, on=TODAY, by=by),
    "follow up": lambda one, by: follow_up_one_to_one(one_to_one=one, on=TODAY, by=by),
    "reopen": lambda one, by: reopen_one_to_one(one_to_one=one, by=by),
}


@pytest.mark.parametrize("what", CHANGES)
def test_another_leader_of_the_group_changes_nothing(cast: Cast, what: str) -> None:
    """The right to record is held by both: the name decides."""
    from m4c.core.permissions import Role
    from tests.cast import make_account

    colleague = make_account(cast, "Rhian", "Lloyd", cast.cardiff, Role.LEADER)
    one_to_one = arranged(cast, held_on=TODAY if what in ("follow up", "reopen") else None)
    with pytest.raises(NotAllowed):
        CHANGES[what](one_to_one, colleague)
    CHANGES[what](one_to_one, cast.organiser)


def test_nobody_talks_to_themselves(cast: Cast) -> None:
    with pytest.raises(OneToOneRefused) as refused:
        arranged(cast, cast.person("leader"))
    assert refused.value.field == "other"


def test_followed_up_is_only_what_was_held(cast: Cast) -> None:
    with pytest.raises(OneToOneRefused):
        arranged(cast, followed_up_on=TODAY)
    one_to_one = arranged(cast)
    with pytest.raises(OneToOneRefused, match="held"):
        follow_up_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)

    hold_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)
    with pytest.raises(OneToOneRefused, match="after"):
        follow_up_one_to_one(one_to_one=one_to_one, on=YESTERDAY, by=cast.leader)
    assert follow_up_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader).state == "followed_up"


def test_held_again_corrects_what_was_said(cast: Cast) -> None:
    one_to_one = arranged(cast)
    hold_one_to_one(one_to_one=one_to_one, on=TODAY, next_step="Ring", next_step_by=TOMORROW, by=cast.leader)
    hold_one_to_one(one_to_one=one_to_one, on=YESTERDAY, by=cast.leader)
    one_to_one.refresh_from_db()
    assert (one_to_one.held_on, one_to_one.next_step, one_to_one.next_step_by) == (YESTERDAY, "Ring", TOMORROW)

    hold_one_to_one(one_to_one=one_to_one, on=TODAY, next_step="", by=cast.leader)
    one_to_one.refresh_from_db()
    assert (one_to_one.held_on, one_to_one.next_step, one_to_one.next_step_by) == (TODAY, "", None)
    assert Engagement.objects.get(kind="held_one_to_one").at.date() == TODAY


def test_it_is_not_held_after_its_next_step_happened(cast: Cast) -> None:
    one_to_one = arranged(cast, day=YESTERDAY, held_on=YESTERDAY, followed_up_on=YESTERDAY)
    with pytest.raises(OneToOneRefused) as refused:
        hold_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)
    assert refused.value.field == "held_on"


def test_what_was_called_off_is_not_held_and_what_was_held_is_not_called_off(cast: Cast) -> None:
    one_to_one = arranged(cast)
    call_off_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)
    with pytest.raises(OneToOneRefused, match="called off"):
        hold_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)

    reopen_one_to_one(one_to_one=one_to_one, by=cast.leader)
    hold_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)
    with pytest.raises(OneToOneRefused, match="cannot be called off"):
        call_off_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)


def test_arranged_again_after_it_was_called_off_it_is_on(cast: Cast) -> None:
    amal = somebody(cast)
    one_to_one = arranged(cast, amal)
    call_off_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)
    assert arranged(cast, amal).state == "arranged"


def test_a_sheet_that_tells_it_again_does_not_put_it_on(cast: Cast) -> None:
    one_to_one = arranged(cast)
    call_off_one_to_one(one_to_one=one_to_one, on=TODAY, by=cast.leader)
    row = NewOneToOne(asker=one_to_one.asker, other=one_to_one.other, day=TODAY)
    assert record_one_to_ones(group=cast.cardiff, rows=[row], by=cast.operator)[0].state == "called_off"


def test_each_step_is_taken_back_in_turn(cast: Cast) -> None:
    one_to_one = arranged(cast, held_on=TODAY, followed_up_on=TODAY)
    states = [reopen_one_to_one(one_to_one=one_to_one, by=cast.leader).state for _ in range(2)]
    assert (states, kinds(one_to_one.other)) == (["held", "arranged"], [])
    with pytest.raises(OneToOneRefused, match="nothing to take back"):
        reopen_one_to_one(one_to_one=one_to_one, by=cast.leader)


def test_it_moves_to_another_day_while_it_is_to_come(cast: Cast) -> None:
    amal = somebody(cast)
    one_to_one, other_day = arranged(cast, amal), arranged(cast, amal, day=TOMORROW)
    with pytest.raises(OneToOneRefused) as refused:
        rearrange_one_to_one(one_to_one=one_to_one, day=other_day.day, by=cast.leader)
    assert refused.value.field == "day"

    assert rearrange_one_to_one(one_to_one=one_to_one, day=YESTERDAY, by=cast.leader).day == YESTERDAY
    hold_one_to_one(one_to_one=one_to_one, on=YESTERDAY, by=cast.leader)
    with pytest.raises(OneToOneRefused, match="still to come"):
        rearrange_one_to_one(one_to_one=one_to_one, day=TODAY, by=cast.leader)


def test_the_same_uid_twice_is_one_and_with_other_content_refused(cast: Cast) -> None:
    uid, amal, bob = new_uid(), somebody(cast), somebody(cast, "Bob Hughes")
    first = arranged(cast, amal, uid=uid)
    assert arranged(cast, amal, uid=uid).pk == first.pk
    for other in ({"other": bob}, {"other": amal, "day": TOMORROW}):
        with pytest.raises(OneToOneRefused, match="cannot be written"):
            arranged(cast, uid=uid, **other)


def test_the_uid_of_a_record_one_cannot_see_is_refused_with_the_same_sentence(cast: Cast) -> None:
    uid, amal = new_uid(), somebody(cast)
    elsewhere = NewOneToOne(asker=cast.person("leader_elsewhere"), other=amal, day=TODAY, uid=uid)
    record_one_to_one(group=cast.manchester, new=elsewhere, by=cast.operator)
    own = NewOneToOne(asker=cast.person("organiser"), other=amal, day=TODAY, uid=uid)
    with pytest.raises(OneToOneRefused, match="cannot be written"):
        record_one_to_one(group=cast.cardiff, new=own, by=cast.organiser)


def test_an_organiser_writes_nothing_into_another_groups_record(cast: Cast) -> None:
    """The same two people and day, told by an organiser of another group: the leader's own record stays as it is."""
    olu, amal = cast.person("leader_elsewhere"), somebody(cast)
    join(person=olu, group=cast.cardiff, by=cast.operator)
    theirs = record_one_to_one(
        group=cast.manchester, new=NewOneToOne(asker=olu, other=amal, day=TODAY), by=cast.operator
    )
    held = NewOneToOne(asker=olu, other=amal, day=TODAY, held_on=TODAY)
    with pytest.raises(OneToOneRefused, match="cannot be written"):
        record_one_to_one(group=cast.cardiff, new=held, by=cast.organiser)
    theirs.refresh_from_db()
    assert theirs.state == "arranged"


def test_many_come_in_their_order_and_once(cast: Cast) -> None:
    bethan = cast.person("leader")
    amal, bob = somebody(cast, met_by=bethan), somebody(cast, "Bob Hughes", met_by=bethan)
    rows = [
        NewOneToOne(bethan, bob, TODAY),
        NewOneToOne(bethan, amal, TODAY, held_on=TODAY),
        NewOneToOne(bethan, bob, TODAY, held_on=TODAY, followed_up_on=date(2026, 10, 6), next_step="Ring"),
    ]
    written = record_one_to_ones(group=cast.cardiff, rows=rows, by=cast.leader)

    assert [one.other for one in written] == [bob, amal, bob]
    assert (written[0].state, written[0].next_step, OneToOne.objects.count()) == ("followed_up", "Ring", 2)
    assert rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_somebody_new_is_not_met_by_the_many(cast: Cast) -> None:
    row = NewOneToOne(cast.person("leader"), NewPerson("Kit", "Okafor"), TODAY)
    with pytest.raises(TypeError):
        record_one_to_ones(group=cast.cardiff, rows=[row], by=cast.leader)


def test_whom_one_cannot_see_is_not_named(cast: Cast) -> None:
    """The command line and the API pass no form: the operation asks, with the same sentence for everybody unseen."""
    for unseen in (somebody(cast), somebody(cast, group=cast.manchester), cast.person("protected_member")):
        new = NewOneToOne(asker=cast.person("organiser_elsewhere"), other=unseen, day=TODAY)
        if unseen.memberships.filter(group=cast.manchester).exists():
            new = NewOneToOne(asker=cast.person("leader"), other=unseen, day=TODAY)
        by, group = (cast.leader, cast.cardiff) if new.asker == cast.person("leader") else (None, cast.manchester)
        by = by or cast.organiser_elsewhere
        with pytest.raises(Unseen, match="whom you may see"):
            record_one_to_one(group=group, new=new, by=by)
        with pytest.raises(Unseen, match="whom you may see"):
            record_one_to_ones(group=group, rows=[new], by=by)
    assert OneToOne.objects.count() == 0

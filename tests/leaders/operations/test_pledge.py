"""A pledge is somebody's own word: recorded by them or their organiser, corrected, withdrawn, and stood by again."""

from datetime import timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.leaders.models import ConversationPledge
from m4c.leaders.operations.pledge import (
    NewPledge,
    PledgeRefused,
    put_pledge_back,
    record_pledge,
    record_pledges,
    withdraw_pledge,
)
from m4c.people.ledger import rebuild
from m4c.people.models import Account, Engagement, Person
from m4c.people.sheets.cells import MOST
from tests.cast import Cast
from tests.factories import TODAY, doers, seers, somebody, training

ONE, HOUSE = "one_to_one", "house_meeting"
DUE = TODAY + timedelta(days=60)


def own(cast: Cast, number: int = 5, by: Account | None = None, **more: object) -> ConversationPledge:
    """What the account pledges itself, today."""
    by = by or cast.leader
    assert by.person is not None
    pledge = NewPledge(by.person, ONE, number, DUE)
    return record_pledge(group=cast.cardiff, pledge=pledge, made_on=TODAY, by=by, **more)  # type: ignore[arg-type]


def kinds(person: Person) -> list[str]:
    return sorted(Engagement.objects.filter(person=person).values_list("kind", flat=True))


def test_a_word_is_recorded_and_stands_in_the_ledger(cast: Cast) -> None:
    pledge = own(cast)
    assert (pledge.person, pledge.number, pledge.due_on, pledge.group) == (cast.person("leader"), 5, DUE, cast.cardiff)
    assert kinds(pledge.person) == ["pledged_one_to_one"]


def test_who_pledges_for_themselves_here(cast: Cast) -> None:
    assert doers(lambda by: own(cast, by=by), cast) == {"leader", "organiser", "national_organiser"}


@pytest.mark.parametrize("persona", ["leader", "organiser", "national_organiser", "organiser_elsewhere"])
def test_only_an_organiser_of_the_group_takes_down_anothers_word(cast: Cast, persona: str) -> None:
    pledge, by = NewPledge(somebody(cast), ONE, 3), getattr(cast, persona)
    if persona in ("organiser", "national_organiser"):
        recorded = record_pledge(group=cast.cardiff, pledge=pledge, made_on=TODAY, by=by)
        withdraw_pledge(pledge=recorded, on=TODAY, by=by)
        put_pledge_back(pledge=recorded, by=by)
        assert len(record_pledges(group=cast.cardiff, rows=[pledge], made_on=TODAY, by=by)) == 1
        return
    for record in (
        lambda: record_pledge(group=cast.cardiff, pledge=pledge, made_on=TODAY, by=by),
        lambda: record_pledges(group=cast.cardiff, rows=[pledge], made_on=TODAY, by=by),
    ):
        with pytest.raises(NotAllowed):
            record()
    assert ConversationPledge.objects.count() == 0


@pytest.mark.parametrize("number", [0, -1, MOST + 1])
def test_a_number_that_cannot_be_meant_is_refused(cast: Cast, number: int) -> None:
    with pytest.raises(PledgeRefused) as refused:
        own(cast, number)
    assert refused.value.field == "number"


def test_it_is_not_due_before_it_is_made(cast: Cast) -> None:
    pledge = NewPledge(cast.person("leader"), ONE, 3, TODAY - timedelta(days=1))
    with pytest.raises(PledgeRefused) as refused:
        record_pledge(group=cast.cardiff, pledge=pledge, made_on=TODAY, by=cast.leader)
    assert refused.value.field == "due_on"


def test_the_very_same_word_on_a_day_is_one_and_another_is_another(cast: Cast) -> None:
    assert own(cast).pk == own(cast).pk
    assert own(cast, 6).pk != own(cast).pk
    withdraw_pledge(pledge=own(cast), on=TODAY, by=cast.leader)
    own(cast)
    assert ConversationPledge.objects.count() == 3


def test_at_a_session_a_second_word_of_a_kind_corrects_the_first(cast: Cast) -> None:
    session = training(cast)
    first = own(cast, session=session)
    withdraw_pledge(pledge=first, on=TODAY, by=cast.leader)
    second = own(cast, 3, session=session)
    assert (second.pk, second.number, second.withdrawn_on) == (first.pk, 3, None)
    assert kinds(first.person) == ["pledged_one_to_one"]


def test_a_session_of_another_group_is_refused(cast: Cast) -> None:
    with pytest.raises(PledgeRefused, match="another group"):
        own(cast, session=training(cast, cast.manchester))


def test_withdrawn_it_counts_no_more_until_it_is_stood_by_again(cast: Cast) -> None:
    pledge = own(cast)
    withdraw_pledge(pledge=pledge, on=TODAY, by=cast.leader)
    assert (list(ConversationPledge.objects.standing()), kinds(pledge.person)) == ([], [])
    put_pledge_back(pledge=pledge, by=cast.leader)
    assert (list(ConversationPledge.objects.standing()), kinds(pledge.person)) == ([pledge], ["pledged_one_to_one"])


def test_it_is_not_withdrawn_before_it_is_made(cast: Cast) -> None:
    with pytest.raises(PledgeRefused) as refused:
        withdraw_pledge(pledge=own(cast), on=TODAY - timedelta(days=1), by=cast.leader)
    assert refused.value.field == "withdrawn_on"


def test_another_leader_of_the_group_withdraws_nothing(cast: Cast) -> None:
    from m4c.core.permissions import Role
    from tests.cast import make_account

    colleague = make_account(cast, "Rhian", "Lloyd", cast.cardiff, Role.LEADER)
    with pytest.raises(NotAllowed):
        withdraw_pledge(pledge=own(cast), on=TODAY, by=colleague)
    with pytest.raises(NotAllowed):
        put_pledge_back(pledge=own(cast), by=colleague)


def test_of_many_the_known_stay_as_they_are(cast: Cast) -> None:
    session, amal, bob = training(cast), somebody(cast), somebody(cast, "Bob Hughes")
    rows = [NewPledge(amal, ONE, 3), NewPledge(amal, HOUSE, 1), NewPledge(amal, ONE, 9)]
    record_pledges(group=cast.cardiff, session=session, made_on=TODAY, rows=rows, by=cast.organiser)
    rows = [NewPledge(amal, ONE, 7), NewPledge(bob, ONE, 2)]
    new = record_pledges(group=cast.cardiff, session=session, made_on=TODAY, rows=rows, by=cast.organiser)

    assert [pledge.person for pledge in new] == [bob]
    all_of_them = ConversationPledge.objects.values_list("person", "kind", "number")
    assert sorted(all_of_them) == sorted([(amal.pk, ONE, 3), (amal.pk, HOUSE, 1), (bob.pk, ONE, 2)])
    assert rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [(ONE, 1, "one 1-2-1"), (ONE, 5, "five 1-2-1s"), (HOUSE, 1, "one house meeting"), (HOUSE, 12, "12 house meetings")],
)
def test_it_is_said_in_words(kind: str, number: int, words: str) -> None:
    assert ConversationPledge(kind=kind, number=number).words == words


def test_who_sees_it(cast: Cast) -> None:
    """Its maker and the organisers above; not the other leaders, and not somebody elsewhere."""
    assert seers(cast, own(cast)) == {"leader", "organiser", "national_organiser", "data_protection"}


def test_that_of_somebody_kept_safe_is_hers_alone(cast: Cast) -> None:
    pledge = NewPledge(cast.person("protected_member"), ONE, 3)
    hers = record_pledge(group=cast.cardiff, pledge=pledge, made_on=TODAY, by=cast.operator)
    assert seers(cast, hers) == {"protected_member"}

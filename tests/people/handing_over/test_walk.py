"""Whose people they are and why, in words; how far it got; and how many queries it takes."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.handing_over.walk import (
    Progress,
    is_leaving,
    next_contacts,
    progress_of,
    reasons_of,
    still_to_hand_over,
    their_people,
    told_of,
)
from m4c.people.models import Account, HandingOver, Person, Welcome
from m4c.people.operations.handed_over import settle_introduction
from m4c.people.operations.handing_over import call_off_handing_over, end_handing_over
from m4c.people.operations.next_step import agree_step
from m4c.people.operations.person import record_death
from m4c.people.operations.person_contact import name_contact
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.relationship import record_relationship
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody, talk
from tests.people.handing_over.leaving import begin, hand, met, next_leader, private_note


def why(cast: Cast, begun: HandingOver, person: Person, by: str = "organiser") -> list[str]:
    return reasons_of(cast.fresh(by), begun, [person.pk]).get(person.pk, [])


def names(account: Account, begun: HandingOver) -> list[str]:
    return [person.name for person in their_people(account, begun)]


def test_every_reason_makes_somebody_theirs_and_is_told_in_words(cast: Cast) -> None:
    bethan, begun = cast.person("leader"), begin(cast)
    first, talked, agreed, greeted, kept, coached = (
        met(cast, "Amal Yusuf"),
        *(somebody(cast, name) for name in ("Rhys Owen", "Nia Hart", "Efa Lal", "Musa Das", "Luned Rees")),
    )
    talk(cast, bethan, talked, date(2026, 9, 30))
    agree_step(group=cast.cardiff, person=agreed, owner=bethan, words="Ring", due_on=TODAY, by=cast.operator)
    facts = {"due_on": TODAY, "notice": notice_shown(1), "made_at": NOW}
    Welcome.objects.create(person=greeted, group=cast.cardiff, welcomer=cast.leader, **facts)
    name_contact(people=[kept], contact=bethan, group=cast.cardiff, on=TODAY, by=cast.organiser)
    coaching = {"kind": "coaches", "evidence": "Mondays"}
    record_relationship(group=cast.cardiff, person=bethan, other=coached, by=cast.operator, **coaching)  # type: ignore[arg-type]
    told = [why(cast, begun, one) for one in (first, talked, agreed, greeted, kept, coached)]
    assert told == [
        ["met Amal first"],
        ["one 1-2-1, in September"],
        ["next step by 5 October 2026: Ring"],
        ["to be welcomed by 5 October 2026"],
        ["stays in touch since 5 October 2026"],
        ["coaches Luned Rees"],
    ]
    assert len(names(cast.fresh("organiser"), begun)) == 6


def test_what_was_agreed_or_planned_in_1_2_1s(cast: Cast) -> None:
    bethan, begun = cast.person("leader"), begin(cast)
    amal, rhys = somebody(cast), somebody(cast, "Rhys Owen")
    agreed = NewOneToOne(bethan, amal, TODAY, held_on=TODAY, next_step="Meet her aunt", next_step_by=date(2026, 11, 1))
    for new in (agreed, NewOneToOne(bethan, rhys, date(2026, 12, 3))):
        record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    assert "agreed in a 1-2-1, by 1 November 2026: Meet her aunt" in why(cast, begun, amal)
    assert why(cast, begun, rhys) == ["a 1-2-1 to hold on 3 December 2026"]


def test_other_leaders_people_and_those_of_other_groups_are_not_theirs(cast: Cast) -> None:
    begun = begin(cast)
    somebody(cast, met_by=cast.person("organiser"), met_on=TODAY)
    somebody(cast, "Nia Hart", cast.swansea, met_by=cast.person("leader"), met_on=TODAY)
    assert (names(cast.fresh("organiser"), begun), names(cast.fresh("leader"), begun)) == ([], [])


def test_nobody_kept_safe_or_out_of_reach_is_among_them_not_even_for_their_contact(cast: Cast) -> None:
    begun, amal, rhys = begin(cast), met(cast), met(cast, "Rhys Owen")
    assert len(names(cast.fresh("leader"), begun)) == 2
    keep_safe(person=amal, at=NOW, contact=cast.person("leader"), by=cast.organiser)
    record_death(person=rhys, on=TODAY, by=cast.organiser)
    assert (names(cast.fresh("leader"), begun), names(cast.fresh("organiser"), begun)) == ([], [])


def test_whoever_does_not_see_them_is_shown_nobody(cast: Cast) -> None:
    begun, _amal = begin(cast), met(cast)
    shown = {who for who in cast.accounts if names(cast.fresh(who), begun)}
    assert shown == {"leader", "organiser", "national_organiser", "data_protection"}


def test_progress_counts_people_introductions_and_words_awaited(cast: Cast) -> None:
    begun, to = begin(cast), next_leader(cast)
    people = [met(cast, f"Number {letter}") for letter in "ABCDE"]
    private_note(cast, people[0])
    one, two, _three = (hand(begun, person, to, cast.organiser) for person in people[:3])
    hand(begun, people[3], None, cast.organiser)
    settle_introduction(handed=one, outcome="happened", on=TODAY, by=cast.leader)
    settle_introduction(handed=two, outcome="dropped", on=TODAY, by=cast.leader)
    progress = progress_of(cast.fresh("organiser"), begun)
    assert progress == Progress(people=5, decided=4, owed=1, made=1, not_made=1, awaited=1)
    assert (progress.left, still_to_hand_over(cast.fresh("organiser"), begun).get()) == (1, people[4])


def test_whoever_was_handed_over_stays_on_the_list(cast: Cast) -> None:
    amal, begun = somebody(cast), begin(cast)
    agree_step(group=cast.cardiff, person=amal, owner=cast.person("leader"), words="Ring", by=cast.operator)
    hand(begun, amal, next_leader(cast), cast.organiser)
    told = told_of(cast.fresh("organiser"), begun, their_people(cast.fresh("organiser"), begun))
    assert [(one.person, one.next_contact) for one in told] == [(amal, "Ifan Pugh")]


def test_next_contacts_are_leaders_and_organisers_who_stay(cast: Cast) -> None:
    begun, ifan = begin(cast), next_leader(cast)
    assert set(next_contacts(begun)) == {ifan, cast.organiser, cast.national_organiser}
    keep_safe(person=ifan.person, at=NOW, by=cast.organiser)  # type: ignore[arg-type]
    assert ifan not in set(next_contacts(begun))


def test_a_page_takes_as_many_queries_for_one_as_for_many(cast: Cast) -> None:
    begun, to, counts = begin(cast), next_leader(cast), []
    for number in range(3):
        talk(cast, cast.person("leader"), met(cast, f"Number {number}"))
        hand(begun, met(cast, f"Handed {number}"), to, cast.organiser)
        account = cast.fresh("organiser")
        with CaptureQueriesContext(connection) as queries:
            told_of(account, begun, their_people(account, begun))
            progress_of(account, begun)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2] <= 16


def test_whoever_leaves_is_leaving_until_they_stay_and_after_the_end(cast: Cast) -> None:
    bethan, told = cast.person("leader").pk, []
    told.append(is_leaving(bethan))
    begun = begin(cast)
    told.append(is_leaving(bethan))
    call_off_handing_over(handing_over=begun, at=NOW, by=cast.organiser)
    told.append(is_leaving(bethan))
    end_handing_over(handing_over=begin(cast), at=NOW, by=cast.organiser)
    assert ([*told, is_leaving(bethan)], is_leaving(None)) == ([False, True, False, True], False)

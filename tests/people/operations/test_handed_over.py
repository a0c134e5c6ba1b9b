"""One of a leader's people is handed over: what goes along, the introduction owed, and whose the private notes are."""

from datetime import timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.people.models import Account, HandedOver, NextStep, Note, Person, PersonContact, Welcome
from m4c.people.operations.handed_over import (
    answer_about_notes,
    destroy_unanswered_notes,
    hand_over_person,
    settle_introduction,
)
from m4c.people.operations.handing_over import HandingOverRefused, call_off_handing_over
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.next_step import agree_step
from m4c.people.operations.person_merge import merge, undo_merge
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast, make_account
from tests.factories import NOW, TODAY, doers, seers, somebody
from tests.people.handing_over.leaving import IN_TWO_WEEKS, begin, hand, met, next_leader, private_note

Fate = HandedOver.Fate


def readers(note: Note) -> set[str]:
    """Who reads a note, by e-mail."""
    accounts = Account.objects.filter(system="")
    return {one.email or "" for one in accounts if Note.objects.visible_to(one).filter(pk=note.pk).exists()}


def test_the_next_contact_sees_them_and_an_introduction_is_owed(cast: Cast) -> None:
    amal, ifan, begun = met(cast), next_leader(cast), begin(cast)
    handed = hand(begun, amal, ifan, cast.leader)
    step = handed.introduction
    assert step
    assert (step.words, step.owner, step.due_on, step.person) == (
        "Introduce Amal Yusuf to Ifan Pugh",
        cast.person("leader"),
        IN_TWO_WEEKS,
        amal,
    )
    assert Person.objects.visible_to(Account.objects.get(pk=ifan.pk)).filter(pk=amal.pk).exists()
    assert PersonContact.objects.open().get().contact == ifan.person


def test_open_steps_and_welcomes_go_along_and_what_is_done_stays(cast: Cast) -> None:
    amal, ifan, bethan = met(cast), next_leader(cast), cast.person("leader")
    facts = {"group": cast.cardiff, "person": amal, "owner": bethan, "by": cast.leader}
    open_step = agree_step(words="Ring her landlord", **facts)  # type: ignore[arg-type]
    NextStep.objects.create(
        person=amal, owner=bethan, words="Rang", group=cast.cardiff, recorded_by=cast.leader,
        settled_on=TODAY, outcome="happened",
    )  # fmt: skip
    welcome = Welcome.objects.create(
        person=amal, group=cast.cardiff, welcomer=cast.leader, due_on=TODAY, notice=notice_shown(1), made_at=NOW
    )
    handed = hand(begin(cast), amal, ifan, cast.organiser)
    open_step.refresh_from_db()
    welcome.refresh_from_db()
    assert (open_step.owner, welcome.welcomer) == (ifan.person, ifan)
    theirs = NextStep.objects.filter(owner=bethan).values_list("words", flat=True)
    assert handed.introduction
    assert sorted(theirs) == ["Introduce Amal Yusuf to Ifan Pugh", "Rang"]


def test_a_welcome_goes_to_nobody_where_the_next_contact_may_not_give_it(cast: Cast) -> None:
    amal, begun = met(cast), begin(cast)
    below = make_account(cast, "Ifan", "Pugh", cast.st_mellons, Role.LEADER)
    facts = {"due_on": TODAY, "notice": notice_shown(1), "made_at": NOW}
    welcome = Welcome.objects.create(person=amal, group=cast.cardiff, welcomer=cast.leader, **facts)
    hand(begun, amal, below, cast.organiser)
    welcome.refresh_from_db()
    assert welcome.welcomer is None


def test_nobody_is_introduced_to_whoever_introduces(cast: Cast) -> None:
    amal, begun = met(cast), begin(cast, is_gone=True)
    handed = hand(begun, amal, cast.organiser, cast.organiser, introduce_by=None)
    assert (handed.introduction, handed.next_contact) == (None, cast.person("organiser"))


def test_a_day_for_the_introduction_is_asked_for(cast: Cast) -> None:
    with pytest.raises(HandingOverRefused, match="by when"):
        hand(begin(cast), met(cast), next_leader(cast), cast.organiser, introduce_by=None)
    assert not HandedOver.objects.exists()


def test_the_next_contact_is_a_leader_of_the_group_who_stays(cast: Cast) -> None:
    amal, begun = met(cast), begin(cast)
    for wrong in (cast.leader, cast.member, cast.leader_elsewhere, cast.treasurer):
        with pytest.raises(HandingOverRefused, match="who stays"):
            hand(begun, amal, wrong, cast.organiser)
    leaving = next_leader(cast)
    begin(cast, person=leaving.person)
    with pytest.raises(HandingOverRefused, match="who stays"):
        hand(begun, amal, leaving, cast.organiser)


def test_nobody_is_handed_to_themselves(cast: Cast) -> None:
    begun, siân = begin(cast), cast.person("organiser")
    Person.objects.filter(pk=siân.pk).update(met_by=cast.person("leader"))
    agree_step(group=cast.cardiff, person=siân, owner=cast.person("leader"), words="Talk", by=cast.organiser)
    with pytest.raises(HandingOverRefused, match="who stays"):
        hand(begun, siân, cast.organiser, cast.national_organiser)


def test_only_their_own_people_are_handed_over(cast: Cast) -> None:
    begun, to = begin(cast), next_leader(cast)
    for nobody in (somebody(cast, "Rhys Owen"), somebody(cast, "Nia Hart", cast.manchester)):
        with pytest.raises(Unseen):
            hand(begun, nobody, to, cast.organiser)


def test_it_is_decided_once_but_for_whoever_was_handed_to_nobody(cast: Cast) -> None:
    amal, to, begun = met(cast), next_leader(cast), begin(cast)
    assert hand(begun, amal, None, cast.organiser).next_contact is None
    assert hand(begun, amal, to, cast.leader).next_contact == to.person
    with pytest.raises(HandingOverRefused, match="already"):
        hand(begun, amal, None, cast.organiser)
    call_off_handing_over(handing_over=begun, at=NOW, by=cast.leader)
    with pytest.raises(HandingOverRefused, match="is over"):
        hand(begun, met(cast, "Rhys Owen"), to, cast.organiser)


def test_whoever_leaves_or_answers_for_the_group_hands_over(cast: Cast) -> None:
    amal, to, begun = met(cast), next_leader(cast), begin(cast)

    def act(account: Account) -> None:
        hand_over_person(handing_over=begun, person=amal, next_contact=None, introduce_by=None, at=NOW, by=account)

    assert doers(act, cast) == {"leader", "organiser", "national_organiser"}
    with pytest.raises(NotAllowed):
        act(to)


def test_an_introduction_is_made_or_could_not_be(cast: Cast) -> None:
    begun, to = begin(cast), next_leader(cast)
    amal, rhys = (hand(begun, met(cast, name), to, cast.organiser) for name in ("Amal Yusuf", "Rhys Owen"))
    made = settle_introduction(handed=amal, outcome="happened", on=TODAY, by=cast.leader)
    could_not = settle_introduction(handed=rhys, outcome="dropped", on=TODAY, by=cast.organiser)
    assert (made.outcome, could_not.outcome) == ("happened", "dropped")
    with pytest.raises(HandingOverRefused, match="No introduction"):
        settle_introduction(handed=amal, outcome="dropped", on=TODAY, by=cast.leader)


def test_one_that_could_not_be_made_is_tried_again_by_a_day(cast: Cast) -> None:
    handed = hand(begin(cast), met(cast), next_leader(cast), cast.organiser)
    first = handed.introduction
    assert first is not None
    with pytest.raises(HandingOverRefused, match="is over"):
        settle_introduction(
            handed=handed, outcome="dropped", on=TODAY, again_by=TODAY - timedelta(days=1), by=cast.leader
        )
    later = TODAY + timedelta(days=7)
    settle_introduction(handed=handed, outcome="dropped", on=TODAY, again_by=later, by=cast.leader)
    handed.refresh_from_db()
    first.refresh_from_db()
    again = handed.introduction
    assert again is not None
    assert (first.outcome, again.outcome, again.due_on, again.owner, again.words) == (
        "dropped",
        "",
        later,
        first.owner,
        first.words,
    )
    settle_introduction(handed=handed, outcome="happened", on=later, by=cast.leader)
    assert NextStep.objects.get(pk=again.pk).outcome == "happened"


def test_only_who_owes_it_or_answers_for_the_group_settles_an_introduction(cast: Cast) -> None:
    handed = hand(begin(cast), met(cast), next_leader(cast), cast.organiser)

    def act(account: Account) -> None:
        handed.refresh_from_db()
        step = settle_introduction(handed=handed, outcome="happened", on=TODAY, by=account)
        NextStep.objects.filter(pk=step.pk).update(settled_on=None, outcome="")

    assert doers(act, cast) == {"leader", "organiser", "national_organiser"}


def test_from_then_on_nobody_reads_the_private_notes(cast: Cast) -> None:
    amal, begun = met(cast), begin(cast)
    note = private_note(cast, amal)
    before = readers(note)
    handed = hand(begun, amal, next_leader(cast), cast.organiser)
    assert (before, readers(note)) == ({cast.leader.email}, set())
    assert (handed.notes_wait_until, handed.is_awaited) == (TODAY + timedelta(days=28), True)


def test_where_there_are_none_nobody_is_asked(cast: Cast) -> None:
    amal = met(cast)
    private_note(cast, amal, by="organiser")
    handed = hand(begin(cast), amal, next_leader(cast), cast.organiser)
    assert (handed.notes_wait_until, handed.is_awaited) == (None, False)
    with pytest.raises(HandingOverRefused, match="Nobody's word"):
        answer_about_notes(handed=handed, pass_on=True, at=NOW, by=cast.organiser)


def test_they_are_passed_on_by_their_choice_to_the_next_contact_alone(cast: Cast) -> None:
    amal, ifan = met(cast), next_leader(cast)
    note = private_note(cast, amal)
    handed = hand(begin(cast), amal, ifan, cast.organiser)
    answer_about_notes(handed=handed, pass_on=True, at=NOW, by=cast.organiser)
    assert (readers(note), handed.notes_fate) == ({ifan.email}, Fate.PASSED_ON)
    with pytest.raises(HandingOverRefused, match="Nobody's word"):
        answer_about_notes(handed=handed, pass_on=False, at=NOW, by=cast.organiser)


def test_they_are_destroyed_by_their_choice(cast: Cast) -> None:
    amal = met(cast)
    private_note(cast, amal)
    handed = hand(begin(cast), amal, next_leader(cast), cast.organiser)
    answer_about_notes(handed=handed, pass_on=False, at=NOW, by=cast.leader)
    assert (Note.objects.count(), handed.notes_fate, handed.notes_settled_by) == (0, Fate.DESTROYED, cast.leader)


def test_whoever_would_get_them_does_not_say_what_was_wished(cast: Cast) -> None:
    amal = met(cast)
    private_note(cast, amal)
    handed = hand(begin(cast, is_gone=True), amal, cast.organiser, cast.organiser)
    with pytest.raises(HandingOverRefused, match="would come to you"):
        answer_about_notes(handed=handed, pass_on=True, at=NOW, by=cast.organiser)


def test_the_person_says_so_themself(cast: Cast) -> None:
    kofi = cast.person("member")
    agree_step(group=cast.cardiff, person=kofi, owner=cast.person("leader"), words="Talk", by=cast.organiser)
    note = private_note(cast, kofi, by="organiser")
    Note.objects.filter(pk=note.pk).update(author=cast.leader)
    handed = hand(begin(cast), kofi, next_leader(cast), cast.organiser)
    assert seers(cast, handed) == {"member", "leader", "organiser", "national_organiser"}
    with pytest.raises(NotAllowed):
        answer_about_notes(handed=handed, pass_on=True, at=NOW, by=cast.treasurer)
    answer_about_notes(handed=handed, pass_on=True, at=NOW, by=cast.member)
    assert handed.notes_settled_by == cast.member


def test_without_a_word_in_time_they_are_destroyed(cast: Cast) -> None:
    amal, worker = met(cast), Account.objects.of_system(Role.WORKER)
    private_note(cast, amal)
    handed = hand(begin(cast), amal, next_leader(cast), cast.organiser)
    assert destroy_unanswered_notes(at=NOW + timedelta(days=28), by=worker) == []
    assert destroy_unanswered_notes(at=NOW + timedelta(days=29), by=worker) == [handed]
    handed.refresh_from_db()
    assert (Note.objects.count(), handed.notes_fate) == (0, Fate.UNANSWERED)


def test_a_word_that_came_first_is_read_anew(cast: Cast) -> None:
    amal = met(cast)
    private_note(cast, amal)
    handed = hand(begin(cast), amal, next_leader(cast), cast.organiser)
    answer_about_notes(handed=HandedOver.objects.get(pk=handed.pk), pass_on=True, at=NOW, by=cast.organiser)
    assert handed.is_awaited  # as read before
    with pytest.raises(HandingOverRefused, match="Nobody's word"):
        answer_about_notes(handed=handed, pass_on=False, at=NOW, by=cast.organiser)
    assert Note.objects.count() == 1


@pytest.mark.parametrize("passed_on_before", [False, True])
def test_of_two_made_one_the_notes_still_wait_for_a_word(cast: Cast, passed_on_before: bool) -> None:
    keep, other, ifan, begun = met(cast), met(cast, "Amal Yusef"), next_leader(cast), begin(cast)
    note = private_note(cast, other)
    if passed_on_before:
        private_note(cast, keep)
    ours, theirs = (
        hand(begun, keep, ifan if passed_on_before else None, cast.organiser),
        hand(begun, other, ifan, cast.organiser),
    )
    if passed_on_before:
        answer_about_notes(handed=ours, pass_on=True, at=NOW, by=cast.organiser)
    merged = merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser).merge
    row = HandedOver.objects.get(handing_over=begun)
    note.refresh_from_db()

    assert (row.is_awaited, row.notes_wait_until, note.sealed_for) == (True, theirs.notes_wait_until, row)
    assert (row.next_contact, row.introduction is None) == (ifan.person, False)
    undo_merge(merged=merged, at=NOW, by=cast.organiser)
    note.refresh_from_db()
    ours.refresh_from_db()
    assert (note.sealed_for, ours.is_awaited) == (theirs, False)
    assert HandedOver.objects.get(pk=theirs.pk).introduction == theirs.introduction


def test_somebody_kept_safe_is_not_handed_over(cast: Cast) -> None:
    amal, begun, to = met(cast), begin(cast), next_leader(cast)
    handed = hand(begun, amal, to, cast.organiser)
    rhys = met(cast, "Rhys Owen")
    for person in (amal, rhys):
        keep_safe(person=person, at=NOW, contact=cast.person("leader"), by=cast.organiser)
    assert seers(cast, handed) == {"leader"}
    for by in (cast.fresh("organiser"), cast.fresh("leader")):
        with pytest.raises(Unseen):
            hand(begun, rhys, to, by)

"""A handing over: begun for oneself or somebody one answers for, carried on without them, called off, and ended."""

from datetime import timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.core.permissions import Role
from m4c.people.models import (
    Account,
    AccountRole,
    Device,
    HandingOver,
    Leaving,
    Membership,
    NextStep,
    Note,
    PersonContact,
    Protection,
    SafetyNotice,
)
from m4c.people.operations.device import sign_in
from m4c.people.operations.handed_over import destroy_unanswered_notes
from m4c.people.operations.handing_over import (
    HandingOverRefused,
    begin_handing_over,
    call_off_handing_over,
    end_handing_over,
    introduce_without_them,
)
from m4c.people.operations.membership import join
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person_contact import name_contact
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody
from tests.people.handing_over.leaving import begin, hand, met, next_leader, private_note


def end(cast: Cast, handing_over: HandingOver, by: str = "organiser") -> object:
    return end_handing_over(handing_over=handing_over, at=NOW, by=cast.fresh(by))


def roles_of(account: Account) -> list[str]:
    return list(AccountRole.objects.open().filter(account=account).values_list("role", flat=True))


def test_those_who_answer_for_the_group_begin_it_and_whoever_leaves(cast: Cast) -> None:
    def act(account: Account) -> None:
        begun = begin(cast, by=account)
        HandingOver.objects.filter(pk=begun.pk).delete()

    assert doers(act, cast) == {"leader", "organiser", "national_organiser"}


def test_a_leader_begins_none_for_somebody_else(cast: Cast) -> None:
    other = next_leader(cast)
    with pytest.raises(NotAllowed):
        begin(cast, person=other.person, by=cast.leader)


def test_it_is_seen_by_whoever_leaves_and_those_who_answer_for_the_group(cast: Cast) -> None:
    begun = begin(cast)
    assert seers(cast, begun) == {"leader", "organiser", "national_organiser"}
    assert (begun.introducer, begun.is_open, begun.is_without_them) == (cast.person("leader"), True, False)


def test_only_a_leader_or_organiser_of_the_group_hands_over(cast: Cast) -> None:
    with pytest.raises(HandingOverRefused, match="neither leader nor organiser"):
        begin(cast, person=cast.person("member"))
    with pytest.raises(HandingOverRefused, match="neither leader nor organiser"):
        begin(cast, group=cast.st_mellons)
    with pytest.raises(Unseen):
        begin(cast, person=cast.person("leader_elsewhere"))


def test_it_is_begun_once(cast: Cast) -> None:
    begin(cast)
    with pytest.raises(HandingOverRefused, match="under way already"):
        begin(cast, by=cast.leader)


def test_of_whoever_is_gone_the_introductions_are_somebody_elses(cast: Cast) -> None:
    begun = begin(cast, is_gone=True)
    assert (begun.introducer, begun.is_without_them) == (cast.person("organiser"), True)
    call_off_handing_over(handing_over=begun, at=NOW, by=cast.organiser)
    for nobody in (cast.leader, cast.operator):
        with pytest.raises(HandingOverRefused, match="Somebody else must"):
            begin(cast, is_gone=True, by=nobody)


def test_introductions_go_over_to_whoever_carries_on_without_them(cast: Cast) -> None:
    begun, amal = begin(cast), met(cast)
    owed = hand(begun, amal, next_leader(cast), cast.organiser).introduction
    assert owed
    assert owed.owner == cast.person("leader")

    introduce_without_them(handing_over=begun, by=cast.organiser)

    owed.refresh_from_db()
    assert (owed.owner, begun.introducer) == (cast.person("organiser"), cast.person("organiser"))
    with pytest.raises(NotAllowed):
        introduce_without_them(handing_over=begun, by=cast.leader)


def test_the_safeguarding_lead_is_told_of_whose_contact_leaves_and_nothing_changes(cast: Cast) -> None:
    before = Protection.objects.get().contact
    end(cast, begin(cast))
    told = SafetyNotice.objects.get()
    assert (told.kind, told.protection, Protection.objects.get().contact) == (
        "leaving",
        Protection.objects.get(),
        before,
    )


def test_it_is_called_off_by_whoever_stays_or_answers_for_the_group(cast: Cast) -> None:
    begun = begin(cast)
    with pytest.raises(NotAllowed):
        call_off_handing_over(handing_over=begun, at=NOW, by=next_leader(cast))
    call_off_handing_over(handing_over=begun, at=NOW, by=cast.leader)
    assert (begun.is_open, roles_of(cast.leader)) == (False, ["leader"])
    for act in (call_off_handing_over, end_handing_over):
        with pytest.raises(HandingOverRefused, match="is over"):
            act(handing_over=begun, at=NOW, by=cast.organiser)


def test_called_off_the_notes_that_wait_for_a_word_are_their_authors_again(cast: Cast) -> None:
    amal, begun = met(cast), begin(cast)
    note = private_note(cast, amal)
    handed = hand(begun, amal, next_leader(cast), cast.organiser)
    call_off_handing_over(handing_over=begun, at=NOW, by=cast.leader)
    handed.refresh_from_db()

    assert (handed.is_awaited, handed.notes_wait_until) == (False, None)
    assert destroy_unanswered_notes(at=NOW + timedelta(days=99), by=Account.objects.of_system(Role.WORKER)) == []
    assert Note.objects.visible_to(cast.fresh("leader")).get(pk=note.pk).sealed_for is None


def test_it_ends_once_everybody_is_handed_over(cast: Cast) -> None:
    amal, begun = met(cast), begin(cast)
    with pytest.raises(HandingOverRefused, match="Not everybody"):
        end(cast, begun)
    hand(begun, amal, None, cast.organiser)
    end(cast, begun)
    assert (begun.ended_at, begun.ended_by) == (NOW, cast.organiser)


def test_a_leader_does_not_end_it_themselves(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        end(cast, begin(cast), by="leader")


def test_at_the_end_roles_and_sessions_end_and_they_stay_a_member(cast: Cast) -> None:
    bethan = cast.person("leader")
    join(person=bethan, group=cast.cardiff, role="leader", on=TODAY - timedelta(days=90), by=cast.organiser)
    AccountRole.objects.create(account=cast.leader, group=cast.cardiff, role=Role.MEMBER, given_by=cast.operator)
    sign_in(session_key="abc", user_agent="", is_own=True, expires_at=NOW + timedelta(days=90), by=cast.leader)
    end(cast, begin(cast))
    open_ones = Membership.objects.open().filter(person=bethan, group=cast.cardiff)
    assert (roles_of(cast.leader), [one.role for one in open_ones]) == (["member"], ["member"])
    assert Device.objects.get().ended_at is not None
    entry = AuditEntry.objects.get(operation="people.end_handing_over")
    assert entry.by == cast.organiser


def test_whoever_left_a_group_above_stays_a_member_all_the_same(cast: Cast) -> None:
    bethan = cast.person("leader")
    join(person=bethan, group=cast.cardiff, role="leader", on=TODAY - timedelta(days=90), by=cast.organiser)
    Leaving.objects.create(person=bethan, group=cast.wales, on=TODAY, way="told", by=cast.operator, made_at=NOW)
    end(cast, begin(cast))
    open_ones = Membership.objects.open().filter(person=bethan, group=cast.cardiff)
    assert [one.role for one in open_ones] == ["member"]


def test_what_an_admin_gave_stays_until_an_admin_ends_it(cast: Cast) -> None:
    AccountRole.objects.create(account=cast.leader, group=cast.cardiff, role=Role.TREASURER, given_by=cast.operator)
    end(cast, begin(cast))
    assert roles_of(cast.leader) == ["treasurer"]


def test_roles_elsewhere_stay(cast: Cast) -> None:
    AccountRole.objects.create(account=cast.leader, group=cast.swansea, role=Role.LEADER, given_by=cast.operator)
    end(cast, begin(cast))
    held = AccountRole.objects.open().filter(account=cast.leader)
    assert list(held.values_list("group__name", flat=True)) == ["Swansea"]


def test_private_notes_that_nobody_was_asked_about_are_destroyed(cast: Cast) -> None:
    amal = met(cast)
    private_note(cast, amal)
    private_note(cast, amal, by="organiser")
    begun = begin(cast)
    hand(begun, amal, None, cast.organiser)
    assert Note.objects.count() == 2
    end(cast, begun)
    assert [note.author for note in Note.objects.all()] == [cast.organiser]


def test_staying_in_touch_ends_with_those_handed_to_nobody(cast: Cast) -> None:
    amal = somebody(cast)
    name_contact(people=[amal], contact=cast.person("leader"), group=cast.cardiff, on=TODAY, by=cast.organiser)
    begun = begin(cast)
    hand(begun, amal, None, cast.organiser)
    end(cast, begun)
    assert not PersonContact.objects.open().exists()


def test_what_is_still_owed_stays_owed_after_the_end(cast: Cast) -> None:
    amal, begun = met(cast), begin(cast)
    hand(begun, amal, next_leader(cast), cast.organiser)
    end(cast, begun)
    assert list(NextStep.objects.visible_to(cast.fresh("leader")).to_take()) == list(NextStep.objects.all())


def test_nobody_begins_for_a_body_outside_the_tree(cast: Cast) -> None:
    with pytest.raises(HandingOverRefused, match="neither leader nor organiser"):
        begin_handing_over(
            group=cast.coalition, person=cast.person("coalition_organiser"), at=NOW, by=cast.coalition_organiser
        )

"""One thing done with many: of those ticked at once, of all in the background, in pieces, told by name who was not."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.people.acting import tasks as change_tasks
from m4c.people.list_permissions import CHANGE_MANY
from m4c.people.models import Account, AccountRole, PeopleChange, Person, PersonContact, Tag, Tagging
from m4c.people.operations import people_change
from m4c.people.operations.people_change import (
    ChangeRefused,
    Meant,
    begin_change,
    carry_on,
    forget_changes,
    stop_change,
)
from m4c.people.operations.person import NewPerson, add_people, record_death
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody


def begun(cast: Cast, persona: str = "organiser", people: Any = (), **more: Any) -> PeopleChange:
    by = cast.fresh(persona)
    facts = {"what": "tag", "values": {"name": "driver", "group": "cardiff"}} | more
    meant = Meant(picked=[str(person.uid) for person in people], **facts)
    return begin_change(groups=by.groups_for(CHANGE_MANY), meant=meant, by=by, at=NOW)


def tagged() -> set[Person]:
    return set(Person.objects.tagged(Tag.objects.get()))


def test_those_ticked_are_done_at_once(cast: Cast) -> None:
    amal, bet = somebody(cast), somebody(cast, "Bet Yusuf")
    done = begun(cast, people=[amal, bet])
    assert (tagged(), done.done, done.left_out, done.is_under_way) == ({amal, bet}, 2, 0, False)
    names = set(
        AuditEntry.objects.filter(batch=AuditEntry.objects.latest("pk").batch).values_list("operation", flat=True)
    )
    assert names == {"people.tag_people", "people.begin_change"}


def test_all_that_a_filter_finds_are_done_in_pieces(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_change, "CHUNK", 2)
    rows = [NewPerson(f"Person{number}", "Yusuf", postcode="CF3 0LN") for number in range(5)]
    people = add_people(group=cast.cardiff, rows=rows, by=cast.operator)
    asked = begun(cast, asked_for="postcode=cf3")
    assert (asked.is_under_way, Tagging.objects.count()) == (True, 0)
    run_waiting()
    asked.refresh_from_db()
    assert (tagged(), asked.done, asked.is_under_way) == (set(people), 5, False)
    assert AuditEntry.objects.filter(operation="people.carry_on").count() == 3
    change_tasks.carry_out.call(asked.pk)  # twice has the same effect
    assert Tagging.objects.count() == 5


def test_who_is_left_out_is_told_by_name_and_reason(cast: Cast) -> None:
    amal, met = somebody(cast), somebody(cast, "Bet Yusuf", met_by=cast.person("leader"))
    elsewhere = somebody(cast, "Cai Yusuf", group=cast.manchester, met_by=cast.person("leader"))
    done = begun(cast, "leader", people=[amal, met, elsewhere])  # the leader does not see Amal
    assert (tagged(), done.done) == ({met}, 1)
    assert done.refused == [[str(elsewhere.uid), "They belong to no group in which you may do this."]]


def test_whoever_is_kept_safe_is_left_out_without_a_word_of_why(cast: Cast) -> None:
    amal = somebody(cast)
    keep_safe(person=amal, by=cast.organiser, at=NOW)
    done = begun(cast, people=[amal, cast.person("member")])
    assert tagged() == {cast.person("member")}
    assert [reason for _uid, reason in done.refused] in ([], ["This is done on their own page."])


def test_who_stays_in_touch_with_many(cast: Cast) -> None:
    amal, gone, leader = somebody(cast), somebody(cast, "Bet Yusuf"), cast.person("leader")
    outside = somebody(cast, "Cai Yusuf", group=cast.swansea)
    record_death(person=gone, on=TODAY, by=cast.operator)
    values = {"contact": str(leader.uid), "group": "cardiff"}
    done = begun(cast, "national_organiser", [amal, gone, leader, outside], what="contact", values=values)
    assert list(PersonContact.objects.values_list("person", "contact")) == [(amal.pk, leader.pk)]
    assert dict(done.refused) == {
        str(gone.uid): "No contact is made with them any more.",
        str(leader.uid): "Nobody needs to stay in touch with themselves.",
        str(outside.uid): "They do not belong to Cardiff.",
    }


def test_what_is_refused_as_a_whole_stops_it_with_a_sentence(cast: Cast) -> None:
    somebody(cast, postcode="CF3 0LN")
    asked = begun(cast, asked_for="postcode=cf3", values={"name": "Strongly against", "group": "cardiff"})
    run_waiting()
    asked.refresh_from_db()
    assert asked.problem.startswith("That reads like a score of support")
    assert (asked.is_under_way, Tagging.objects.count()) == (False, 0)


def test_rights_that_ended_meanwhile_end_it(cast: Cast) -> None:
    somebody(cast, postcode="CF3 0LN")
    asked = begun(cast, asked_for="postcode=cf3")
    AccountRole.objects.filter(account=cast.organiser).delete()
    run_waiting()
    asked.refresh_from_db()
    assert (asked.problem, Tagging.objects.count()) == ("You may do this no more.", 0)


def test_a_full_piece_of_those_ticked_is_all_of_them(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_change, "CHUNK", 2)
    done = begun(cast, people=[somebody(cast), somebody(cast, "Bet Yusuf")])
    assert (done.done, done.is_under_way) == (2, False)


def test_a_right_to_the_action_that_ended_meanwhile_stops_it_with_a_sentence(cast: Cast) -> None:
    asked = begun(cast, asked_for="postcode=cf3", what="contact", values={"contact": "x", "group": "cardiff"})
    AccountRole.objects.filter(account=cast.organiser).update(role=Role.LEADER)  # contacts are given by organisers
    somebody(cast, postcode="CF3 0LN", met_by=cast.person("organiser"))
    run_waiting()
    asked.refresh_from_db()
    assert (asked.problem, asked.is_under_way) == ("This cannot be done with many at once.", False)


def test_a_role_taken_away_between_two_pieces_counts(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_change, "CHUNK", 1)
    rows = [NewPerson(f"Person{number}", "Yusuf", postcode="CF3 0LN") for number in range(3)]
    add_people(group=cast.cardiff, rows=rows, by=cast.operator)
    asked = begun(cast, asked_for="postcode=cf3")
    roles = AccountRole.objects.filter(account=cast.organiser)
    monkeypatch.setattr("m4c.core.chunks.time.sleep", lambda seconds: roles.delete())
    change_tasks.carry_out.call(asked.pk)
    asked.refresh_from_db()
    assert (asked.done, asked.problem, Tagging.objects.count()) == (1, "You may do this no more.", 1)


def test_a_piece_that_another_worker_did_is_not_done_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_change, "CHUNK", 1)
    rows = [NewPerson(f"Person{number}", "Yusuf", postcode="CF3 0LN") for number in range(2)]
    add_people(group=cast.cardiff, rows=rows, by=cast.operator)
    asked, by = begun(cast, asked_for="postcode=cf3"), cast.fresh("organiser")
    for done in (1, 2, 2):  # each with the row as it stood at the beginning
        assert carry_on(groups=by.groups_for(CHANGE_MANY), begun=asked, by=by, at=NOW).done == done
    assert asked.done == 0


def test_what_cannot_be_read_or_is_not_offered_is_refused(cast: Cast) -> None:
    for more, code in [({"asked_for": "quiet=soon"}, "filter"), ({"what": "sing"}, "not_offered")]:
        with pytest.raises(ChangeRefused) as refused:
            begun(cast, **more)
        assert refused.value.code == code
    with pytest.raises(ChangeRefused):
        begun(cast, "leader", what="contact", values={})  # for organisers
    with pytest.raises(NotAllowed):
        begun(cast, "member")


def test_three_at_once_and_no_more(cast: Cast) -> None:
    for _number in range(3):
        begun(cast, asked_for="postcode=cf3")
    with pytest.raises(ChangeRefused) as refused:
        begun(cast, asked_for="postcode=cf3")
    assert refused.value.code == "queued"


def test_whom_it_was_about_is_forgotten(cast: Cast) -> None:
    done = begun(cast, people=[somebody(cast)])
    PeopleChange.objects.update(requested_at=timezone.now())
    change_tasks.forget_old_changes.call()
    assert PeopleChange.objects.get().picked
    PeopleChange.objects.update(requested_at=NOW - timedelta(days=400))
    change_tasks.forget_old_changes.call()
    done.refresh_from_db()
    assert (done.picked, done.refused, done.values, done.done) == ([], [], {}, 1)


def test_the_worker_alone_stops_and_forgets(cast: Cast) -> None:
    done = begun(cast, asked_for="postcode=cf3")
    for by in (cast.organiser, cast.admin):
        with pytest.raises(NotAllowed):
            stop_change(begun=done, problem="x", by=by, at=NOW)
        with pytest.raises(NotAllowed):
            forget_changes(by=by, at=NOW)


def test_nobody_carries_on_what_somebody_else_began(cast: Cast) -> None:
    somebody(cast, postcode="CF3 0LN")
    asked, by = begun(cast, asked_for="postcode=cf3"), cast.fresh("national_organiser")
    assert carry_on(groups=by.groups_for(CHANGE_MANY), begun=asked, by=by, at=NOW).done == 0


def test_it_is_seen_by_whoever_asked(cast: Cast) -> None:
    begun(cast, people=[somebody(cast)])
    seen = [who for who in ("organiser", "national_organiser") if PeopleChange.objects.visible_to(cast.fresh(who))]
    assert seen == ["organiser"]
    assert Account.objects.get(pk=PeopleChange.objects.get().requested_by_id) == cast.organiser

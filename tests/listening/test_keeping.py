"""The raw words of a house meeting are looked through half a year after it, and only they go."""

from datetime import timedelta

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.listening.models import HouseMeeting
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.people.models import Account, Erasure
from m4c.people.operations.retention import decide_case, propose_cases
from tests.cast import Cast

TODAY = timezone.localdate()


def held(cast: Cast, days_ago: int) -> HouseMeeting:
    day = TODAY - timedelta(days=days_ago)
    new = NewHouseMeeting(cast.person("leader"), day, held_on=day, next_step="They spoke of damp")
    return record_house_meeting(group=cast.cardiff, new=new, by=cast.leader)


def test_words_of_half_a_year_ago_are_proposed_and_go_alone(cast: Cast) -> None:
    old, new = held(cast, 200), held(cast, 20)
    worker = Account.objects.of_system(Role.WORKER)
    (case,) = propose_cases(rule="house_meeting_words", after=0, at=timezone.now(), by=worker)
    assert (case.person, case.since) == (cast.person("leader"), old.day)
    decide_case(case=case, decision="erase", at=timezone.now(), by=cast.data_protection)
    words = dict(HouseMeeting.objects.values_list("pk", "next_step"))
    assert words == {old.pk: "", new.pk: "They spoke of damp"}
    assert not Erasure.objects.exists()

"""A concern is written down once, by those who may hear, of people one may see; a device's uid says one thing."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.listening.models import Concern, HouseMeeting, ListeningCampaign
from m4c.listening.operations.concern import (
    LONGEST,
    ConcernRefused,
    NewConcern,
    edit_concern,
    note_concern,
    note_concerns,
    strike_concern,
)
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.people.models import Account
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody
from tests.listening.campaigning import campaign_of


def heard(cast: Cast, by: Account | None = None, **more: Any) -> Concern:
    """What somebody said, in Cardiff today, as the leader wrote it down."""
    facts: dict[str, Any] = {"words": "The bus never comes", "said_on": TODAY}
    return note_concern(group=cast.cardiff, new=NewConcern(**(facts | more)), at=NOW, by=by or cast.leader)


def meeting_of(cast: Cast, host: str) -> HouseMeeting:
    new = NewHouseMeeting(host=cast.person(host), day=TODAY)
    return record_house_meeting(group=cast.cardiff, new=new, by=cast.operator)


def test_it_says_what_was_said(cast: Cast) -> None:
    amal = somebody(cast)
    concern = heard(cast, cast.organiser, words=" Damp ", person=amal, strength=3, may_quote=True, place=" Splott ")
    assert (concern.words, concern.person, concern.strength, concern.may_quote) == ("Damp", amal, 3, True)
    assert (concern.place, concern.noted_by, concern.group) == ("Splott", cast.organiser, cast.cardiff)
    assert AuditEntry.objects.latest("pk").operation == "listening.note_concern"


def test_who_may_write_one_down(cast: Cast) -> None:
    assert doers(lambda account: heard(cast, account), cast) == {"leader", "organiser", "national_organiser"}


def test_a_campaign_that_one_may_not_see_takes_none(cast: Cast) -> None:
    elsewhere = campaign_of(cast)
    ListeningCampaign.objects.filter(pk=elsewhere.pk).update(group=cast.england)
    with pytest.raises(ConcernRefused):
        heard(cast, campaign=ListeningCampaign.objects.get())


def test_who_sees_it(cast: Cast) -> None:
    assert seers(cast, heard(cast)) == {"leader", "organiser", "national_organiser", "data_protection"}


def test_of_somebody_kept_safe_it_is_seen_by_her_contact_alone(cast: Cast) -> None:
    concern = heard(cast, cast.operator, person=cast.person("protected_member"))
    assert seers(cast, concern) <= {"leader", "protected_member"}


def test_whom_one_may_not_see_one_cannot_name(cast: Cast) -> None:
    with pytest.raises(Unseen):
        heard(cast, person=somebody(cast, group=cast.manchester))


def test_it_is_said_at_a_meeting_that_one_sees(cast: Cast) -> None:
    assert heard(cast, house_meeting=meeting_of(cast, "leader")).house_meeting is not None
    with pytest.raises(ConcernRefused) as refused:
        heard(cast, house_meeting=meeting_of(cast, "organiser"))
    assert refused.value.code == "uid_taken"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"words": "  "}, "words"),
        ({"words": "x" * (LONGEST + 1)}, "words"),
        ({"strength": 4}, "strength"),
        ({"postcode": "nowhere"}, "postcode"),
    ],
)
def test_what_cannot_be_written_down(cast: Cast, said: dict[str, Any], field: str) -> None:
    with pytest.raises(ConcernRefused) as refused:
        heard(cast, **said)
    assert refused.value.field == field


def test_a_uid_writes_once(cast: Cast) -> None:
    uid = uuid4()
    assert heard(cast, uid=uid).pk == heard(cast, uid=uid).pk
    assert Concern.objects.count() == 1


def test_a_uid_that_says_something_else_and_one_unseen_are_refused_alike(cast: Cast) -> None:
    uid = uuid4()
    heard(cast, cast.organiser, uid=uid)
    with pytest.raises(ConcernRefused) as other_words:
        heard(cast, cast.organiser, uid=uid, words="The bus is late")
    with pytest.raises(ConcernRefused) as unseen:
        heard(cast, uid=uid)
    assert (str(other_words.value), other_words.value.code) == (str(unseen.value), unseen.value.code)


def test_many_are_written_in_as_many_statements_as_two(cast: Cast) -> None:
    def statements(number: int) -> int:
        rows = [NewConcern(f"Line {one}", TODAY, postcode="CF3 0EF", uid=uuid4()) for one in range(number)]
        with CaptureQueriesContext(connection) as queries:
            note_concerns(group=cast.cardiff, rows=rows, at=NOW, by=cast.leader)
        return len(queries)

    statements(1)  # what the account may do is read once
    assert statements(2) == statements(50)  # more make a second insert on SQLite


def test_many_with_one_uid_twice_are_one(cast: Cast) -> None:
    row = NewConcern("Damp", TODAY, uid=uuid4())
    one, other = note_concerns(group=cast.cardiff, rows=[row, row], at=NOW, by=cast.leader)
    assert (one, Concern.objects.count()) == (other, 1)


def test_of_many_with_one_that_cannot_be_written_none_is(cast: Cast) -> None:
    with pytest.raises(ConcernRefused):
        note_concerns(
            group=cast.cardiff, rows=[NewConcern("Damp", TODAY), NewConcern("", TODAY)], at=NOW, by=cast.leader
        )
    assert Concern.objects.count() == 0


def test_it_is_mended_by_whoever_wrote_it_down(cast: Cast) -> None:
    concern = heard(cast, cast.organiser)
    edit_concern(concern=concern, values={"words": " Two buses an hour ", "strength": 2}, by=cast.organiser)
    assert (concern.words, concern.strength) == ("Two buses an hour", 2)
    with pytest.raises(NotAllowed):
        edit_concern(concern=concern, values={"words": "None"}, by=cast.leader)


def test_struck_it_is_nowhere_and_told_again_stays_struck(cast: Cast) -> None:
    concern = heard(cast, uid=uuid4())
    strike_concern(concern=concern, at=NOW, by=cast.leader)
    strike_concern(concern=concern, at=NOW + timedelta(days=1), by=cast.leader)
    assert (concern.struck_at, seers(cast, concern)) == (NOW, set())
    assert heard(cast, uid=concern.uid).struck_at == NOW
    with pytest.raises(ConcernRefused):
        edit_concern(concern=concern, values={"words": "Back"}, by=cast.leader)


def test_no_audit_entry_tells_how_strongly_somebody_feels(cast: Cast):
    concern = note_concern(group=cast.cardiff, new=NewConcern("Damp", TODAY, strength=1), at=NOW, by=cast.organiser)
    edit_concern(concern=concern, values={"strength": 3, "may_quote": True}, by=cast.organiser)
    changes = AuditEntry.objects.filter(operation="listening.edit_concern").latest("pk").changes
    assert (changes["strength"], changes["may_quote"]) == (None, ["False", "True"])

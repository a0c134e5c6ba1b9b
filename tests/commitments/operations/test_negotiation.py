"""A negotiation is set up on its event; its team chooses itself, and what the team alone knows goes nowhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.commitments.models import Negotiation, NegotiationPart, OtherSide, TeamPaper
from m4c.commitments.operations.negotiation import (
    NegotiationRefused,
    NewNegotiation,
    close_negotiation,
    fix_follow_up,
    leave_seat_out,
    make_negotiation,
    put_on_team,
    say_who_came,
    seat_other_side,
    take_off_team,
    word_negotiation,
    word_team_paper,
)
from m4c.core.models import AuditEntry
from m4c.core.models.record import new_uid
from m4c.people.models import Engagement
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.commitments.tabling import SECRET, a_councillor, a_table, meeting
from tests.commitments.winning import a_campaign
from tests.factories import NOW, doers, gathering, seers, somebody

OWN = {"leader", "organiser", "national_organiser"}
PAPER = {"fall_back": SECRET, "walk_away": "If he shouts", "notes": "He likes tea"}


def test_who_may_set_it_up_and_who_sees_it(cast: Cast) -> None:
    def make(by: object) -> None:
        make_negotiation(group=cast.cardiff, new=NewNegotiation(meeting()), at=NOW, by=by)  # type: ignore[arg-type]

    assert doers(make, cast) == OWN
    assert seers(cast, a_table(cast)) == OWN | {"editor", "data_protection"}


def test_on_an_event_that_is_there(cast: Cast) -> None:
    event = gathering(cast, kind="negotiation")
    table = make_negotiation(group=cast.cardiff, new=NewNegotiation(event), at=NOW, by=cast.leader)
    assert table.event == event
    for wrong in (event, gathering(cast), gathering(cast, cast.manchester, kind="negotiation")):
        with pytest.raises(Exception, match=r"already|kind|no such event"):
            make_negotiation(group=cast.cardiff, new=NewNegotiation(wrong), at=NOW, by=cast.leader)


def test_the_same_uid_twice_is_one(cast: Cast) -> None:
    new = NewNegotiation(meeting(), uid=new_uid())
    first = make_negotiation(group=cast.cardiff, new=new, at=NOW, by=cast.leader)
    assert make_negotiation(group=cast.cardiff, new=new, at=NOW, by=cast.leader) == first
    with pytest.raises(NegotiationRefused):
        make_negotiation(group=cast.manchester, new=new, at=NOW, by=cast.operator)


def test_the_team_chooses_itself(cast: Cast) -> None:
    table, leader = a_table(cast), cast.person("leader")
    with pytest.raises(NegotiationRefused) as refused:
        put_on_team(negotiation=table, person=leader, part="notes", at=NOW, by=cast.leader)
    assert refused.value.code == "not_of_team"
    first = put_on_team(negotiation=table, person=leader, part="notes", at=NOW, by=cast.organiser)
    assert put_on_team(negotiation=table, person=leader, part="notes", at=NOW, by=cast.leader) == first
    with pytest.raises(Unseen):
        put_on_team(negotiation=table, person=cast.person("member"), part="chair", at=NOW, by=cast.leader)
    put_on_team(negotiation=table, person=cast.person("member"), part="asker", at=NOW, by=cast.organiser)
    assert NegotiationPart.objects.count() == 2
    take_off_team(negotiation=table, part=first, by=cast.organiser)
    with pytest.raises(NegotiationRefused):
        put_on_team(negotiation=table, person=leader, part="notes", at=NOW, by=cast.leader)


def test_the_team_alone_reads_its_paper(cast: Cast) -> None:
    table = a_table(cast)
    paper = word_team_paper(negotiation=table, **PAPER, at=NOW, by=cast.organiser)
    assert seers(cast, paper) == {"organiser"}
    for by in (cast.leader, cast.national_organiser):
        with pytest.raises(NegotiationRefused):
            word_team_paper(negotiation=table, fall_back="", walk_away="", notes="", at=NOW, by=by)
    put_on_team(negotiation=table, person=cast.person("leader"), part="observer", at=NOW, by=cast.organiser)
    assert seers(cast, paper) == {"leader", "organiser"}
    word_team_paper(negotiation=table, **(PAPER | {"notes": "He likes coffee"}), at=NOW, by=cast.leader)
    assert TeamPaper.objects.get().notes == "He likes coffee"


def test_the_audit_tells_no_word_of_the_paper(cast: Cast) -> None:
    word_team_paper(negotiation=a_table(cast), **PAPER, at=NOW, by=cast.organiser)
    told = " ".join(str(entry.__dict__) for entry in AuditEntry.objects.all())
    assert ("word_team_paper" in told, any(words in told for words in PAPER.values())) == (True, False)


def test_their_side_sits_in_the_office_held_that_day(cast: Cast) -> None:
    table, councillor = a_table(cast), a_councillor(cast)
    seat = seat_other_side(negotiation=table, powerholder=councillor, at=NOW, by=cast.leader)
    assert seat.office is not None
    assert seat_other_side(negotiation=table, powerholder=councillor, at=NOW, by=cast.leader) == seat
    others = seat_other_side(negotiation=table, words="Two officers", at=NOW, by=cast.leader)
    with pytest.raises(NegotiationRefused):
        seat_other_side(negotiation=table, words=" ", at=NOW, by=cast.leader)
    say_who_came(seat=seat, came=True, by=cast.leader)
    leave_seat_out(seat=others, by=cast.leader)
    assert list(OtherSide.objects.values_list("powerholder", "came")) == [(councillor.pk, True)]


def test_what_came_of_it_tells_the_ledger_who_negotiated(cast: Cast) -> None:
    table = a_table(cast)
    put_on_team(negotiation=table, person=cast.person("leader"), part="chair", at=NOW, by=cast.organiser)
    negotiated = Engagement.objects.filter(kind="negotiated")
    assert not negotiated.exists()
    with pytest.raises(NegotiationRefused):
        close_negotiation(negotiation=table, result="", at=NOW, by=cast.leader)
    close_negotiation(negotiation=table, result="agreed", words="Yes to all", at=NOW, by=cast.leader)
    row = negotiated.get()
    assert (row.person, row.at) == (cast.person("leader"), table.event.starts_at)
    with pytest.raises(NegotiationRefused):
        close_negotiation(negotiation=a_table(cast, days=3), result="agreed", at=NOW, by=cast.leader)


def test_the_next_meeting_is_fixed_on_the_day(cast: Cast) -> None:
    table = a_table(cast)
    with pytest.raises(NegotiationRefused):
        fix_follow_up(negotiation=table, new=meeting(days=-3), at=NOW, by=cast.leader)
    fix_follow_up(negotiation=table, new=meeting(days=30, title="Again"), at=NOW, by=cast.leader)
    assert Negotiation.objects.get().follow_up.title == "Again"  # type: ignore[union-attr]


def test_what_we_want_first_is_said_anew(cast: Cast) -> None:
    table, campaign = a_table(cast), a_campaign(cast)
    word_negotiation(negotiation=table, wants_first=" A letter ", campaign=campaign, at=NOW, by=cast.leader)
    table.refresh_from_db()
    assert (table.wants_first, table.campaign) == ("A letter", campaign)
    theirs = a_campaign(cast, "Theirs", cast.manchester)
    with pytest.raises(Exception, match="no such campaign"):
        word_negotiation(negotiation=table, wants_first="", campaign=theirs, at=NOW, by=cast.leader)


def test_a_bigger_team_takes_no_more_to_close(cast: Cast) -> None:
    def taken(number: int) -> int:
        table = a_table(cast, days=-number)
        for each in range(number):
            person = somebody(cast, f"Amal Yusuf{each}{number}")
            put_on_team(negotiation=table, person=person, part="observer", at=NOW, by=cast.organiser)
        with CaptureQueriesContext(connection) as queries:
            close_negotiation(negotiation=table, result="agreed", at=NOW + timedelta(days=1), by=cast.leader)
        return len(queries)

    taken(2)  # what is read once
    assert taken(1) == taken(3)

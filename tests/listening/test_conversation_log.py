"""Logs of conversations: what their rows say, whom they mean, and what is written."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from m4c.core.errors import Refused
from m4c.events.models import HeadCount
from m4c.listening.conversation_log import ConversationLog
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people import ledger
from m4c.people.imports import run
from m4c.people.imports.answer import answer_of
from m4c.people.models import BirthBand, ImportRow, Membership, Person, SheetImport
from m4c.people.operations.birth_band import say_age
from m4c.people.operations.person import NewPerson, add_person
from m4c.people.operations.sheet_import import confirm_sheet
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind
from tests.cast import Cast
from tests.importing import brought_in, data_folder, looked_through, rows_of_our_tables  # noqa: F401 - acts by itself

HEADERS = "Leader email,Leader,With,With email,Date,Type,Status,People there,Next step,Next step by"


def log(cast: Cast, *rows: str, **options: object) -> SheetImport:
    """A log brought in for Cardiff."""
    return brought_in(cast, *rows, headers=HEADERS, kind="conversations", details={}, **options)


def email_of(cast: Cast, persona: str) -> str:
    return str(cast.person(persona).emails.get())


def reasons(done: SheetImport) -> list[str]:
    return [reason for _row, reason in answer_of(done).refused]


@pytest.fixture
def bethan(cast: Cast) -> str:
    """The leader's e-mail."""
    return email_of(cast, "leader")


def states(*rows: OneToOne | HouseMeeting) -> list[str]:
    return [row.state for row in rows]


def test_log_becomes_one_to_ones_and_house_meetings(cast: Cast, bethan: str):
    done = log(
        cast,
        f"{bethan.upper()},,Amal Yusuf,amal@example.org,05/07/2010,1-2-1,arranged,,Meet her sister,1 August 2010",
        f"{bethan},,Ebo Iwu,ebo@example.org,6 July 2010,121,held,,,",
        f"{bethan},,Ebo Iwu,ebo@example.org,2010-07-20,one to one,followed up,,,",
        f"{bethan},,,,2010-07-21,House mtg,held,12,,",
        f"{bethan},,,,2010-09-21,house meeting,arranged,,,",
    )
    assert answer_of(done).as_json() == {
        "id": str(done.uid),
        "rows": 5,
        "people_created": 2,
        "people_matched": 1,
        "needs_review": 0,
        "refused": [],
        "pledges": {"one_to_ones": 0, "house_meetings": 0},
        "one_to_ones": 3,
        "house_meetings": 2,
    }
    leader = cast.person("leader")
    told = OneToOne.objects.order_by("day").values_list(
        "asker", "other__given_name", "day", "held_on", "followed_up_on"
    )
    assert list(told) == [
        (leader.pk, "Amal", date(2010, 7, 5), None, None),
        (leader.pk, "Ebo", date(2010, 7, 6), date(2010, 7, 6), None),
        (leader.pk, "Ebo", date(2010, 7, 20), date(2010, 7, 20), date(2010, 7, 20)),
    ]
    arranged = OneToOne.objects.get(day="2010-07-05")
    assert (arranged.group, arranged.next_step, arranged.next_step_by) == (
        cast.cardiff,
        "Meet her sister",
        date(2010, 8, 1),
    )
    assert HouseMeeting.objects.get(day="2010-07-21").people_attending == 12
    assert HeadCount.objects.get().number == 12
    assert states(HouseMeeting.objects.get(day="2010-09-21")) == ["arranged"]
    amal = Person.objects.get(given_name="Amal")
    assert [membership.group for membership in amal.memberships.all()] == [cast.cardiff]
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_same_log_twice_changes_nothing_and_status_only_gets_further(cast: Cast, bethan: str):
    row = f"{bethan},,Ebo Iwu,ebo@example.org,2010-07-06,1-2-1,{{}},,,"
    log(cast, row.format("held"))
    before = rows_of_our_tables()
    for status, state in [
        ("held", "held"),
        ("arranged", "held"),
        ("followed up", "followed_up"),
        ("held", "followed_up"),
    ]:
        again = log(cast, row.format(status))
        assert (answer_of(again).as_json()["one_to_ones"], states(OneToOne.objects.get())) == (0, [state])
    assert rows_of_our_tables() == before


def test_two_rows_of_one_conversation_are_one(cast: Cast, bethan: str):
    row = f"{bethan},,Ebo Iwu,ebo@example.org,2010-07-06,1-2-1,{{}},,,"
    done = log(cast, row.format("arranged"), row.format("held"))
    assert states(OneToOne.objects.get()) == ["held"]
    assert ImportRow.objects.get(sheet_import=done, number=3).remark == (
        "The same person as on row 2. The same conversation as on row 2."
    )


def test_undo_takes_back_how_far_it_got(cast: Cast, bethan: str):
    row = f"{bethan},,Ebo Iwu,ebo@example.org,2010-07-06,1-2-1,{{}},,,"
    meeting = f"{bethan},,,,2010-07-21,house meeting,{{}},{{}},,"
    before = rows_of_our_tables()
    first = log(cast, row.format("arranged"), meeting.format("arranged", ""))
    between = rows_of_our_tables()
    second = log(cast, row.format("followed up"), meeting.format("held", "9"))
    with pytest.raises(Refused, match="builds on it"):
        run.undo(first, by=cast.organiser)
    run.undo(second, by=cast.organiser)
    assert rows_of_our_tables() == between
    assert states(OneToOne.objects.get(), HouseMeeting.objects.get()) == ["arranged", "arranged"]
    assert HouseMeeting.objects.get().people_attending is None
    run.undo(first, by=cast.organiser)
    assert rows_of_our_tables() == before


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("nobody@example.org,,Ebo Iwu", "No leader is known by the e-mail “nobody@example.org”."),
        (",Bethan,Ebo Iwu", "No leader is known by the full name “Bethan”: an e-mail would tell."),
        (
            "{leader},,Bethan Griffiths,{leader}",
            "A 1-2-1 is between two people: this one is the leader's with themselves.",
        ),
    ],
)
def test_row_of_a_leader_who_cannot_be_told_is_refused(cast: Cast, bethan: str, row: str, reason: str):
    cells = [*row.format(leader=bethan).split(","), ""][:4]
    assert reasons(log(cast, ",".join([*cells, "2010-07-06,1-2-1,held,,,"]))) == [reason]
    assert OneToOne.objects.count() == 0


def test_leader_by_a_full_name_that_only_one_has(cast: Cast):
    log(cast, ",Bethan GRIFFITHS,Ebo Iwu,,2010-07-06,1-2-1,held,,,")
    assert OneToOne.objects.get().asker == cast.person("leader")


def test_leader_by_a_name_that_two_have_is_refused(cast: Cast):
    add_person(group=cast.cardiff, new=NewPerson("Bethan", "Griffiths"), by=cast.operator)
    done = log(cast, ",Bethan Griffiths,Ebo Iwu,,2010-07-06,1-2-1,held,,,")
    assert reasons(done) == ["More than one leader may be meant by “Bethan Griffiths”."]


def test_email_of_a_household_is_settled_by_the_name(cast: Cast, bethan: str):
    add_person(group=cast.cardiff, new=NewPerson("Gwyn", "Griffiths", emails=[bethan]), by=cast.operator)
    rows = [f"{bethan},{name},Ebo Iwu,,2010-07-06,1-2-1,held,,," for name in ("", "Gwyn Griffiths")]
    done = log(cast, *rows)
    assert reasons(done) == [f"More than one leader may be meant by “{bethan}”."]
    assert OneToOne.objects.get().asker.given_name == "Gwyn"


def test_leader_of_another_group_and_one_kept_safe_are_as_unknown(cast: Cast):
    emails = [email_of(cast, "leader_elsewhere"), email_of(cast, "protected_member"), "nobody@example.org"]
    done = log(cast, *(f"{email},,Ebo Iwu,,2010-07-06,1-2-1,held,,," for email in emails))
    assert reasons(done) == [f"No leader is known by the e-mail “{email}”." for email in emails]


def test_command_line_takes_the_conversations_of_everybody(cast: Cast):
    emails = [email_of(cast, "leader_elsewhere"), email_of(cast, "protected_member")]
    rows = [f"{email},,Ebo Iwu,,2010-07-06,1-2-1,held,,," for email in emails]
    log(cast, *rows, by=cast.operator, group=cast.movement)
    assert {found.group for found in OneToOne.objects.all()} == {cast.manchester, cast.cardiff}


def test_name_alone_is_the_one_the_leader_talked_with_before(cast: Cast, bethan: str):
    rows = [f"{bethan},,Ebo Iwu,,2010-07-0{day},1-2-1,held,,," for day in (1, 2)]
    done = log(cast, *rows)
    assert (answer_of(done).people_created, answer_of(done).needs_review) == (1, 0)
    again = log(cast, *rows)
    assert (answer_of(again).people_created, OneToOne.objects.count()) == (0, 2)


def test_who_is_known_does_not_join_by_a_conversation(cast: Cast, bethan: str):
    member = cast.person("member")
    Membership.objects.filter(person=member).update(group=cast.st_mellons)
    log(cast, f"{bethan},,{member},{member.emails.get()},2010-07-06,1-2-1,held,,,")
    assert [membership.group for membership in member.memberships.all()] == [cast.st_mellons]


def test_log_that_does_not_say_how_far_it_got_is_not_taken():
    columns = [ColumnKind.LEADER_EMAIL, ColumnKind.DATE, ColumnKind.STATUS]
    assert ConversationLog().missing(Columns(tuple(columns))) == ""
    for kind in columns:
        assert ConversationLog().missing(Columns(tuple(set(columns) - {kind}))) != ""


def test_look_foretells_how_many_are_new(cast: Cast, bethan: str):
    rows = [f"{bethan},,Ebo Iwu,ebo@example.org,2010-07-0{day},1-2-1,held,,," for day in (1, 1, 2)]
    rows.append(f"{bethan},,,,2010-07-01,house meeting,held,5,,")
    looked = looked_through(cast, *rows, headers=HEADERS, kind="conversations", details={})
    assert looked.counts == {"one_to_ones": 2, "house_meetings": 1}
    done = run.bring_in(confirm_sheet(sheet_import=looked, by=looked.by, queued=False), by=looked.by)
    assert done.counts == {"one_to_ones": 2, "house_meetings": 1}


def test_whoever_is_under_18_is_met_by_no_adult_alone(cast: Cast, bethan: str):
    new = NewPerson("Ebo", "Iwu", emails=["ebo@example.org"])
    ebo = add_person(group=cast.cardiff, new=new, by=cast.operator)
    say_age(person=ebo, band=BirthBand.Band.YOUNG, at=timezone.now(), by=cast.operator)
    day = timezone.localdate() - timedelta(days=3)
    row = f"{bethan},,Ebo Iwu,ebo@example.org,{day},1-2-1,held,,,"
    refused = log(cast, row)
    assert [reason.partition(",")[0] for reason in reasons(refused)] == ["One of the two is under 18"]
    assert not OneToOne.objects.exists()
    brought_in(cast, f"{row},His mother", headers=f"{HEADERS},Alongside", kind="conversations", details={})
    assert OneToOne.objects.get().alongside == "His mother"

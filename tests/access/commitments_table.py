"""Who may read and write negotiations, asks and answers, minutes and grids; and the team's own paper."""

from typing import Any

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Answer, Ask
from m4c.commitments.operations.ask_grid import publish_grid
from m4c.commitments.operations.minute import send_minute, write_minute
from m4c.commitments.operations.negotiation import put_on_team, seat_other_side
from m4c.core.models.record import new_uid
from tests.access.personas import ANYBODY, DATA, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.commitments.tabling import a_councillor, a_grid, a_table, an_answer, an_ask, an_assembly
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY

SEE, OWN_SEE = LEADERS | DATA | those("editor"), OWN_LEADERS | DATA | those("editor")
RUN: dict[str, Any] = {"area": LEADERS}
PUBLISHES, OWN_PUBLISHES = ORGANISERS | those("editor"), OWN_ORGANISERS | those("editor")
MEETING = {"title": "At County Hall", "day": "2027-02-01", "starts": "10:00"}


def uid(row: Any, **more: Any) -> dict[str, Any]:
    """A record as addresses name it."""
    return {"uid": row.uid, **more}


def campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff's."""
    found: Campaign = a_campaign(cast)
    return uid(found)


def table(cast: Cast) -> dict[str, Any]:
    """A negotiation that the organiser made."""
    return uid(a_table(cast))


def part(cast: Cast) -> dict[str, Any]:
    """A part at it."""
    leader = cast.person("leader")
    return uid(put_on_team(negotiation=a_table(cast), person=leader, part="chair", at=NOW, by=cast.organiser))


def seat(cast: Cast) -> dict[str, Any]:
    """Somebody of theirs."""
    return uid(seat_other_side(negotiation=a_table(cast), words="Two officers", at=NOW, by=cast.operator))


def seat_said(cast: Cast) -> dict[str, Any]:
    """The same, to be said whether they came."""
    return seat(cast) | {"said": "yes"}


def asked(cast: Cast) -> dict[str, Any]:
    """A table with an ask."""
    made = a_table(cast)
    an_ask(cast, made)
    return uid(made)


def minute(cast: Cast) -> dict[str, Any]:
    """A minute that was not sent."""
    made = a_table(cast)
    an_ask(cast, made)
    return uid(write_minute(meeting=made, at=NOW, by=cast.operator))


def sent_minute(cast: Cast) -> dict[str, Any]:
    """One that was."""
    made = a_table(cast)
    an_ask(cast, made)
    written = write_minute(meeting=made, at=NOW, by=cast.operator)
    return uid(send_minute(minute=written, sent_to="His office", how="", on=TODAY, at=NOW, by=cast.operator))


def ask(cast: Cast) -> dict[str, Any]:
    """An ask at a table."""
    return uid(an_ask(cast, a_table(cast)))


def second_ask(cast: Cast) -> dict[str, Any]:
    """The second of two, to be moved up."""
    made = a_table(cast)
    an_ask(cast, made, words="First?")
    return uid(an_ask(cast, made), way="up")


def answer(cast: Cast) -> dict[str, Any]:
    """An answer on a stage that the leader typed in."""
    return uid(an_answer(cast, an_ask(cast, event=an_assembly(cast).event), needs_second=True))


def meeting(cast: Cast) -> dict[str, Any]:
    """The meeting of a table with an ask."""
    made = a_table(cast)
    an_ask(cast, made)
    return uid(made.event)


def meeting_settled(cast: Cast) -> dict[str, Any]:
    """The event of a stage, of which somebody is to confirm an answer."""
    made = an_assembly(cast)
    an_answer(cast, an_ask(cast, event=made.event), needs_second=True)
    return uid(made.event, what="confirm")


def the_answer(cast: Cast) -> dict[str, Any]:
    """That answer."""
    return {"uid": str(new_uid()), "of": str(Answer.objects.latest("pk").uid)}


def heard(cast: Cast) -> dict[str, Any]:
    """A yes to the ask."""
    return {"uid": str(new_uid()), "ask": str(Ask.objects.latest("pk").uid), "answer": "yes"}


def grid(cast: Cast) -> dict[str, Any]:
    """A grid with somebody in it."""
    return uid(a_grid(cast, a_councillor(cast)))


def grid_row(cast: Cast) -> dict[str, Any]:
    """Somebody in a grid."""
    councillor = a_councillor(cast)
    return uid(a_grid(cast, councillor), powerholder=councillor.uid)


def empty_grid(cast: Cast) -> dict[str, Any]:
    """A grid in which nobody is, and somebody to add."""
    a_councillor(cast)
    return uid(a_grid(cast))


def somebody_to_ask(cast: Cast) -> dict[str, Any]:
    """A councillor."""
    return {"to": str(a_councillor(cast).uid)}


def public_grid(cast: Cast) -> dict[str, Any]:
    """One that everybody may read."""
    return uid(publish_grid(grid=a_grid(cast, a_councillor(cast)), at=NOW, by=cast.operator))


def public_slug(cast: Cast) -> dict[str, Any]:
    """Its address."""
    return {"slug": publish_grid(grid=a_grid(cast, a_councillor(cast)), at=NOW, by=cast.operator).slug}


def the_leader(cast: Cast) -> dict[str, Any]:
    """Somebody whom all who may name them see."""
    person = cast.person("leader")
    return {"person": person.name, "person-chosen": str(person.uid), "part": "asker"}


ON = {"on": TODAY.isoformat()}
ANSWER = {"uid": "0192f000-0000-7000-8000-000000000001", "kind": "yes", "pin": "soft", "says_who": "All of us"} | ON
GRID = {"name": "Candidates", "group": "cardiff", "asked_on": TODAY.isoformat(), "questions": "Will you?"}
TEAM = those("organiser")  # who made it

ROWS: dict[str, Row] = {
    "campaign-table": page(OWN_SEE, area=SEE, given=campaign),
    "negotiations": page(SEE),
    "make-negotiation": form(LEADERS, sent=MEETING | {"group": "cardiff"}, writes=OWN_LEADERS),
    "negotiation": page(OWN_SEE, area=SEE, given=table),
    "word-negotiation": press(OWN_LEADERS, given=table, sent={"wants_first": "A letter"}, **RUN),
    "word-team-paper": press(OWN_LEADERS, given=table, sent={"notes": "Ours"}, writes=TEAM, **RUN),
    "close-negotiation": press(OWN_LEADERS, given=table, sent={"result": "agreed"}, **RUN),
    "fix-follow-up": press(OWN_LEADERS, given=table, sent=MEETING, **RUN),
    "put-on-team": press(OWN_LEADERS, given=table, sent=the_leader, writes=TEAM, **RUN),
    "take-off-team": press(OWN_LEADERS, given=part, writes=TEAM | those("leader"), **RUN),
    "seat-other-side": form(OWN_LEADERS, given=table, sent={"words": "Two officers"}, **RUN),
    "say-who-came": press(OWN_LEADERS, given=seat_said, **RUN),
    "leave-seat-out": press(OWN_LEADERS, given=seat, **RUN),
    "write-minute": press(OWN_LEADERS, given=asked, **RUN),
    "minute": page(OWN_SEE, area=SEE, given=minute),
    "send-minute": press(OWN_LEADERS, given=minute, sent=ON | {"sent_to": "His office"}, **RUN),
    "correct-minute": press(
        OWN_LEADERS, given=sent_minute, sent=ON | {"words": "May", "corrected_by": "His office"}, **RUN
    ),
    "write-ask": form(LEADERS),
    "ask": page(OWN_SEE, area=SEE, given=ask),
    "word-ask": press(OWN_LEADERS, given=ask, sent={"words": "Will you?", "pin": "hard"}, **RUN),
    "move-ask": press(OWN_LEADERS, given=second_ask, **RUN),
    "strike-ask": press(OWN_LEADERS, given=ask, **RUN),
    "write-answer": press(OWN_LEADERS, given=ask, sent=ANSWER, **RUN),
    "confirm-answer": press(OWN_LEADERS, given=answer, writes=OWN_ORGANISERS, **RUN),
    "strike-answer": press(OWN_LEADERS, given=answer, sent={"why": "Misheard"}, **RUN),
    "capture-answers": page(OWN_LEADERS, given=meeting, **RUN),
    "capture-answer": press(OWN_LEADERS, given=meeting, sent=heard, **RUN),
    "settle-captured": press(OWN_LEADERS, given=meeting_settled, sent=the_answer, **RUN),
    "captured-asks": page(OWN_LEADERS, given=meeting, **RUN),
    "captured-answers": press(OWN_LEADERS, given=meeting, writes=NOBODY, **RUN),
    "answers-worker": page(LEADERS, given=meeting),
    "ask-grids": page(SEE),
    "make-grid": form(LEADERS, sent=GRID, writes=OWN_LEADERS),
    "ask-grid": page(OWN_SEE, area=SEE, given=grid),
    "ask-grid-paper": page(OWN_SEE, area=SEE, given=grid),
    "ask-many": form(OWN_LEADERS, given=empty_grid, sent=somebody_to_ask, **RUN),
    "ask-question": press(OWN_LEADERS, given=grid, sent={"words": "In public?"}, **RUN),
    "leave-out-of-grid": press(OWN_LEADERS, given=grid_row, **RUN),
    "publish-grid": press(OWN_PUBLISHES, area=PUBLISHES, given=grid),
    "take-down-grid": press(OWN_PUBLISHES, area=PUBLISHES, given=public_grid),
    "public-grid": page(ANYBODY, given=public_slug),
}

"""Who may read and change a ladder, call people out and stand them down, and read the names on a petition."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from m4c.campaigns.models import PaperSignature, StandDown, StoodDown, Target
from m4c.campaigns.operations.paper_petition import Counted, NewHandIn, count_sheet, record_hand_in
from m4c.campaigns.operations.paper_signature import Signed, type_lines
from m4c.campaigns.operations.stand_down import gather_called_out, stand_down
from m4c.core.models.record import new_uid
from m4c.core.permissions import Role
from m4c.events.models import Attendance
from m4c.people.models import Account
from tests.access.personas import DATA, EVERYBODY, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.records import DAY
from tests.access.table import Row, form, page, press
from tests.campaigns.ladder.making import (
    WORDS,
    authorised,
    called,
    campaign_of,
    petition_of,
    step_of,
    target_of,
    truce_of,
)
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody

SEE, OWN_SEE = LEADERS | DATA | those("editor"), OWN_LEADERS | DATA | those("editor")
RUN: dict[str, Any] = {"area": LEADERS}


def uid(row: Any, **more: Any) -> dict[str, Any]:
    """A record as addresses name it."""
    return {"uid": row.uid, **more}


def a_campaign(cast: Cast) -> dict[str, Any]:
    """A campaign with a target."""
    campaign = campaign_of(cast)
    target_of(cast, campaign)
    return uid(campaign)


def a_step(cast: Cast) -> dict[str, Any]:
    """A step that is not authorised."""
    return uid(step_of(cast))


def two_steps(cast: Cast) -> dict[str, Any]:
    """The upper of two, to be moved down."""
    first = step_of(cast, name="Letter")
    return uid(step_of(cast, first.campaign), way="down")


def an_authorised_step(cast: Cast) -> dict[str, Any]:
    """One that is authorised."""
    return uid(authorised(cast))


def a_refusal(cast: Cast) -> dict[str, Any]:
    """One that waits for a refusal."""
    return uid(step_of(cast, trigger="refusal", trigger_on=None))


def an_off_step(cast: Cast) -> dict[str, Any]:
    """One that was taken off."""
    step = step_of(cast)
    type(step).objects.filter(pk=step.pk).update(cancelled_at=NOW)
    return uid(step)


def a_done_step(cast: Cast) -> dict[str, Any]:
    """One that was done."""
    step = step_of(cast)
    type(step).objects.filter(pk=step.pk).update(done_on=TODAY)
    return uid(step)


def a_called_step(cast: Cast) -> dict[str, Any]:
    """One to which people are called out."""
    return uid(called(cast))


def a_truce(cast: Cast) -> dict[str, Any]:
    """A truce that holds."""
    return uid(truce_of(cast), outcome="kept")


def stood(cast: Cast) -> StandDown:
    """A stand-down, of which the leader has a share."""
    step = called(cast)
    facts = {"event": step.event, "state": "yes", "asked_by": cast.person("leader")}
    Attendance.objects.create(person=somebody(cast, phones=["+447700900123"]), **facts)
    made = stand_down(step=step, words=WORDS, at=NOW, by=cast.organiser)
    gather_called_out(stand_down=made, at=NOW, by=Account.objects.of_system(Role.WORKER))
    return made


def a_stand_down(cast: Cast) -> dict[str, Any]:
    """The same, for an address."""
    return uid(stood(cast))


def somebody_to_ring(cast: Cast) -> dict[str, Any]:
    """One of the leader's share."""
    row = StoodDown.objects.to_ring().get(stand_down=stood(cast))
    return uid(row, state="told")


def a_petition(cast: Cast) -> dict[str, Any]:
    """A petition."""
    return uid(petition_of(cast))


def sheets(cast: Cast) -> dict[str, Any]:
    """A file of sheets that nobody asked for."""
    return uid(petition_of(cast), file=new_uid())


def a_line(cast: Cast) -> PaperSignature:
    """Somebody who ticked a box."""
    sheet = count_sheet(petition=petition_of(cast), counted=Counted(1, 3), at=NOW, by=cast.organiser)
    signed = Signed("Amal Yusuf", email="amal@example.org", agreed_email=True)
    return type_lines(sheet=sheet, lines={1: signed}, at=NOW, by=cast.organiser)[0]


def a_sheet(cast: Cast) -> dict[str, Any]:
    """A sheet with a line."""
    return uid(a_line(cast).sheet)


def a_signature(cast: Cast) -> dict[str, Any]:
    """The line."""
    return uid(a_line(cast))


def a_hand_in(cast: Cast) -> dict[str, Any]:
    """A petition that was handed in."""
    new = NewHandIn(TODAY, "Mr Kapadia", 12)
    return uid(record_hand_in(petition=petition_of(cast), new=new, at=NOW, by=cast.organiser))


def a_new_step(cast: Cast) -> dict[str, Any]:
    """What is sent to prepare a step."""
    return {"name": "Vigil", "target": str(Target.objects.latest("pk").uid), "trigger": "day", "trigger_on": DAY}


def the_leader(cast: Cast) -> dict[str, Any]:
    """Somebody whom all who may name them see."""
    person = cast.person("leader")
    return {"person": person.name, "person-chosen": str(person.uid)}


def a_file(cast: Cast) -> dict[str, Any]:
    """A file of signatures."""
    return {"file": SimpleUploadedFile("sheets.csv", b"Name,Postcode\nAmal Yusuf,CF3 0EF\n")}


EVENT = {"title": "Picket", "day": DAY, "starts": "11:00", "place": "His shop", "visibility": "group"}
LATER = (TODAY + timedelta(days=400)).isoformat()
OFFER = {"offered": "A meeting", "condition": "He sits down", "day": LATER, "hour": "10:00", "words": ""}
PETITION = {"title": "Build", "wording": "We ask", "opened_on": DAY}
ON = {"on": DAY}

ROWS: dict[str, Row] = {
    "campaign-ladder": page(OWN_SEE, area=SEE, given=a_campaign),
    "add-step": form(OWN_LEADERS, given=a_campaign, sent=a_new_step, **RUN),
    "ladder-step": page(OWN_SEE, area=SEE, given=a_step),
    "change-step": form(OWN_LEADERS, given=a_step, sent=a_new_step, **RUN),
    "move-step": press(OWN_LEADERS, given=two_steps, **RUN),
    "authorise-step": press(OWN_ORGANISERS, area=ORGANISERS, given=a_step, sent=ON | {"how": "By hands"}),
    "take-authorisation-back": press(OWN_ORGANISERS, area=ORGANISERS, given=an_authorised_step),
    "say-triggered": press(OWN_LEADERS, given=a_refusal, sent=ON, **RUN),
    "take-step-off": press(OWN_LEADERS, given=a_step, **RUN),
    "put-step-back": press(OWN_LEADERS, given=an_off_step, **RUN),
    "close-step": press(OWN_LEADERS, given=a_step, sent=ON | {"what_they_did": "He rang"}, **RUN),
    "reopen-step": press(OWN_LEADERS, given=a_done_step, **RUN),
    "call-out-step": form(OWN_LEADERS, given=an_authorised_step, sent=EVENT, **RUN),
    "step-leaflet": page(OWN_SEE, area=SEE, given=a_step),
    "agree-truce": press(OWN_LEADERS, given=a_step, sent=OFFER, **RUN),
    "settle-truce": press(OWN_LEADERS, given=a_truce, sent={"settled_words": ""}, **RUN),
    "stand-step-down": press(OWN_LEADERS, given=a_called_step, sent={"words": WORDS}, **RUN),
    "stand-down": page(OWN_SEE, area=SEE, given=a_stand_down),
    "share-stand-down": press(
        OWN_LEADERS, given=a_stand_down, sent=lambda cast: {"tellers": [str(cast.person("leader").uid)]}, **RUN
    ),
    "stand-down-share": page(those("leader"), area=EVERYBODY, given=a_stand_down),
    "say-stood-down": press(OWN_SEE, area=EVERYBODY, given=somebody_to_ring, writes=OWN_LEADERS),
    "campaign-petitions": page(OWN_SEE, area=SEE, given=a_campaign),
    "begin-petition": form(OWN_LEADERS, given=a_campaign, sent=PETITION, **RUN),
    "paper-petition": page(OWN_SEE, area=SEE, given=a_petition),
    "change-petition": form(OWN_LEADERS, given=a_petition, sent=PETITION, **RUN),
    "close-petition": press(OWN_LEADERS, given=a_petition, sent=ON, **RUN),
    "print-petition-sheets": press(OWN_LEADERS, given=a_petition, sent={"number": "3"}, **RUN),
    "petition-sheets-made": page(OWN_LEADERS, given=sheets, **RUN),
    "petition-sheets-pdf": page(NOBODY, given=sheets, **RUN),
    "count-petition-sheet": press(OWN_LEADERS, given=a_petition, sent={"number": "1", "signatures": "9"}, **RUN),
    "import-signatures": press(OWN_LEADERS, given=a_petition, sent=a_file, **RUN),
    "petition-ticks": page(OWN_LEADERS, given=a_petition, **RUN),
    "hand-petition-in": press(OWN_LEADERS, given=a_petition, sent=ON | {"to_whom": "Him", "number": "9"}, **RUN),
    "answer-hand-in": press(OWN_LEADERS, given=a_hand_in, sent=ON | {"answer": "Yes"}, **RUN),
    "petition-sheet": form(OWN_LEADERS, given=a_sheet, sent={"line2-name": "Bea"}, **RUN),
    "keep-signatory": press(OWN_LEADERS, given=a_signature, **RUN),
    "whose-signature": form(OWN_LEADERS, given=a_signature, sent=the_leader, **RUN),
}

"""Who may capture a house meeting, settle an offer to host, and see or plan a round of meetings."""

from collections.abc import Callable
from typing import Any

from m4c.core.models.record import new_uid
from m4c.listening.models import Concern, HouseMeeting, MeetingRound
from m4c.listening.operations.concern import NewConcern, note_concern
from m4c.listening.operations.meeting_round import call_gathering, put_in_round, usual_start
from tests.access.personas import DATA, EVERYBODY, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS
from tests.access.records import DAY
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.listening.holding import guest_at, meeting_of, offer_at, round_of

Words = Callable[[Cast], dict[str, Any]]


def at_meeting(cast: Cast) -> dict[str, Any]:
    """A meeting that the leader hosts, with something written down."""
    meeting = meeting_of(cast)
    new = NewConcern("Damp", TODAY, house_meeting=meeting)
    note_concern(group=cast.cardiff, new=new, at=NOW, by=cast.leader)
    return {"uid": meeting.uid}


def at_hers(cast: Cast) -> dict[str, Any]:
    """A meeting that somebody kept safe hosts."""
    return {"uid": meeting_of(cast, cast.person("protected_member")).uid}


def of_kind(cast: Cast) -> dict[str, Any]:
    """The form for what hurts."""
    return at_meeting(cast) | {"kind": "concern"}


def an_offer(cast: Cast) -> dict[str, Any]:
    """A guest of the leader's meeting offered to host."""
    meeting = meeting_of(cast)
    return {"uid": offer_at(cast, meeting, guest_at(cast, meeting).person).uid}


def hers(cast: Cast) -> dict[str, Any]:
    """Somebody kept safe offered to host."""
    meeting = meeting_of(cast, cast.person("organiser"))
    return {"uid": offer_at(cast, meeting, cast.person("protected_member")).uid}


def a_round(cast: Cast) -> dict[str, Any]:
    """A round in Cardiff, and a meeting that is in none."""
    meeting_of(cast)
    return {"uid": round_of(cast).uid}


def in_round(cast: Cast) -> dict[str, Any]:
    """A meeting of a round."""
    meeting = meeting_of(cast)
    put_in_round(meeting_round=round_of(cast), meetings=[meeting], by=cast.organiser)
    return {"uid": meeting.uid}


def a_gathering(cast: Cast) -> dict[str, Any]:
    """A round whose gathering is to be planned."""
    return a_round(cast) | {"week": "fourth"}


def to_a_gathering(cast: Cast) -> dict[str, Any]:
    """A round whose gathering is planned."""
    given = a_gathering(cast)
    shared = MeetingRound.objects.get(uid=given["uid"])
    call_gathering(
        meeting_round=shared, week="fourth_week", starts_at=usual_start(shared, "fourth_week"), by=cast.operator
    )
    return given


def hurts(cast: Cast) -> dict[str, Any]:
    """What hurts, as the form sends it."""
    return {"concern-uid": new_uid(), "concern-words": "Cold"}


def a_slip(cast: Cast) -> dict[str, Any]:
    """What was written down last is taken back."""
    return {"uid": new_uid(), "of": Concern.objects.latest("pk").uid}


def the_meeting(cast: Cast) -> dict[str, Any]:
    """The leader's meeting, to be put in a round."""
    return {"meetings": HouseMeeting.objects.latest("pk").uid}


HERE: dict[str, Any] = {"area": LEADERS, "given": at_meeting}
WHEN = {"day": "2026-11-01", "hour": "14:00"}

ROWS: dict[str, Row] = {
    "capture": page(OWN_LEADERS, **HERE),
    "capture: of one kept safe": page(NOBODY, area=LEADERS, given=at_hers),
    "capture-list": page(OWN_LEADERS, **HERE),
    "capture-worker": page(LEADERS, given=at_meeting),
    "capture-entries": press(OWN_LEADERS, writes=NOBODY, **HERE),
    "capture-back": press(OWN_LEADERS, sent=a_slip, **HERE),
    "capture-write": press(OWN_LEADERS, area=LEADERS, given=of_kind, sent=hurts),
    "capture-write: of one kept safe": press(
        NOBODY, area=LEADERS, given=lambda cast: at_hers(cast) | {"kind": "concern"}, sent=hurts
    ),
    "guest-names": form(OWN_LEADERS, sent={"new": "Carys"}, **HERE),
    "guest-names: of one kept safe": form(NOBODY, area=LEADERS, given=at_hers, sent={"new": "Carys"}),
    "lay-usual-agenda": press(OWN_LEADERS, **HERE),
    "arrange-offered": form(OWN_LEADERS, area=LEADERS, given=an_offer, sent={"day": DAY}),
    "arrange-offered: of one kept safe": form(NOBODY, area=LEADERS, given=hers, sent={"day": DAY}),
    "let-go-of-offer": press(OWN_LEADERS, area=LEADERS, given=an_offer),
    "rounds": page(LEADERS),
    "begin-round": form(
        ORGANISERS, writes=OWN_ORGANISERS, sent={"name": "Autumn", "starts_on": DAY, "group": "cardiff"}
    ),
    "round": page(OWN_LEADERS | DATA, area=EVERYBODY, given=a_round),
    "change-round": press(OWN_ORGANISERS, area=ORGANISERS, given=a_round, sent={"name": "Autumn", "starts_on": DAY}),
    "put-in-round": press(OWN_ORGANISERS, area=ORGANISERS, given=a_round, sent=the_meeting),
    "take-out-of-round": press(OWN_ORGANISERS, area=ORGANISERS, given=in_round),
    "ask-everybody-met": press(OWN_ORGANISERS, area=ORGANISERS, given=to_a_gathering),
    "call-gathering": form(OWN_ORGANISERS, area=ORGANISERS, given=a_gathering, sent=WHEN),
}

"""Who may add a concern that was left out, strike one and put it back, and say which belong to a campaign."""

from collections.abc import Callable
from typing import Any

from m4c.listening.models import Concern
from m4c.listening.operations.concern import NewConcern, note_concern
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from tests.access.personas import LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS
from tests.access.records import DAY
from tests.access.table import form, press
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.listening.campaigning import campaign_of

Given = Callable[[Cast], dict[str, Any]]


def concern_of(person: str = "member", *, is_struck: bool = False) -> Given:
    """What somebody said, as the leader wrote it down for a campaign."""

    def noted(cast: Cast) -> dict[str, Any]:
        new = NewConcern("Damp", TODAY, person=cast.person(person), campaign=campaign_of(cast))
        concern = note_concern(group=cast.cardiff, new=new, at=NOW, by=cast.operator)
        struck = {"struck_at": NOW} if is_struck else {}
        Concern.objects.filter(pk=concern.pk).update(noted_by=cast.leader, **struck)
        return {"uid": concern.uid}

    return noted


def talk_with(other: str = "member") -> Given:
    """A 1-2-1 of the leader's that was held."""

    def held(cast: Cast) -> dict[str, Any]:
        new = NewOneToOne(cast.person("leader"), cast.person(other), TODAY, held_on=TODAY)
        return {"uid": record_one_to_one(group=cast.cardiff, new=new, by=cast.operator).uid}

    return held


def a_campaign(cast: Cast) -> dict[str, Any]:
    """A campaign that runs."""
    return {"uid": campaign_of(cast).uid}


def loose(cast: Cast) -> dict[str, Any]:
    """A campaign, and in its days a concern of none."""
    note_concern(group=cast.cardiff, new=NewConcern("Damp", TODAY), at=NOW, by=cast.leader)
    return a_campaign(cast)


def the_loose_one(cast: Cast) -> dict[str, Any]:
    """It, ticked."""
    return {"put-in-concerns": str(Concern.objects.get().uid)}


HURTS = {"concern-words": "Cold", "concern-said_on": DAY}
OWN: dict[str, Any] = {"area": LEADERS, "given": concern_of()}
HERS: dict[str, Any] = {"area": LEADERS, "given": concern_of("protected_member")}

ROWS = {
    "add-concern-to-talk": press(OWN_LEADERS, area=LEADERS, given=talk_with(), sent=HURTS),
    "add-concern-to-campaign": press(OWN_LEADERS, area=LEADERS, given=a_campaign, sent=HURTS),
    "put-in-campaign": press(OWN_ORGANISERS, area=ORGANISERS, given=loose, sent=the_loose_one),
    "concern": form(OWN_LEADERS, sent={"concern-words": "Damp walls"}, **OWN),
    "concern: of one kept safe": form(OWN_LEADERS - ORGANISERS, sent={"concern-words": "Damp walls"}, **HERS),
    "strike-concern": press(OWN_LEADERS, **OWN),
    "put-back-concern": press(OWN_LEADERS, area=LEADERS, given=concern_of(is_struck=True)),
    "leave-out-of-campaign": press(OWN_ORGANISERS, area=ORGANISERS, given=concern_of()),
    # What somebody kept safe said is nobody's to strike but her contact's, who wrote it down.
    "strike-concern: of one kept safe": press(OWN_LEADERS - ORGANISERS, **HERS),
    "put-back-concern: of one kept safe": press(OWN_LEADERS - ORGANISERS, **HERS),
    "leave-out-of-campaign: of one kept safe": press(NOBODY, area=ORGANISERS, given=concern_of("protected_member")),
}

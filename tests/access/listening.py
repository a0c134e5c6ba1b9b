"""Who may open 1-2-1s and house meetings: whoever held them, and the organisers of the group."""

from collections.abc import Callable
from typing import Any

from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from tests.access import (
    listening_campaigns,
    listening_concerns,
    listening_deciding,
    listening_rounds,
    listening_stories,
    listening_talks,
    listening_themes,
)
from tests.access.personas import DATA, EVERYBODY, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, those
from tests.access.records import DAY, SOMEBODY_NEW
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import TODAY

Words = Callable[[Cast], dict[str, Any]]


def one_to_one(asker: str = "leader", other: str = "member", *, is_held: bool = False) -> Words:
    """A 1-2-1 in Cardiff, arranged or held."""

    def recorded(cast: Cast) -> dict[str, Any]:
        held_on = TODAY if is_held else None
        new = NewOneToOne(cast.person(asker), cast.person(other), TODAY, held_on=held_on)
        return {"uid": record_one_to_one(group=cast.cardiff, new=new, by=cast.operator).uid}

    return recorded


def house_meeting(host: str = "leader", *, is_held: bool = False) -> Words:
    """A house meeting in Cardiff, arranged or held."""

    def recorded(cast: Cast) -> dict[str, Any]:
        new = NewHouseMeeting(cast.person(host), TODAY, held_on=TODAY if is_held else None)
        return {"uid": record_house_meeting(group=cast.cardiff, new=new, by=cast.operator).uid}

    return recorded


OTHER = {f"other{name.removeprefix('person')}": value for name, value in SOMEBODY_NEW.items()}
TALKED = {"how_far": "held", "day": DAY, "group": "cardiff"}
ON, DAY_OF = {"on": DAY}, {"day": DAY}
WITH_HER: dict[str, Any] = {"area": LEADERS, "given": one_to_one("organiser", "protected_member", is_held=True)}
AT_HERS: dict[str, Any] = {"area": LEADERS, "given": house_meeting("protected_member", is_held=True)}

ROWS = {
    "one-to-ones": page(LEADERS),
    "all-one-to-ones": page(ORGANISERS | DATA),
    "record-one-to-one": form(LEADERS, writes=OWN_LEADERS, sent=TALKED | OTHER),
    "one-to-one": page(OWN_LEADERS | DATA, area=EVERYBODY, given=one_to_one()),
    "hold-one-to-one": press(OWN_LEADERS, area=LEADERS, given=one_to_one(), sent=ON),
    "follow-up-one-to-one": press(OWN_LEADERS, area=LEADERS, given=one_to_one(is_held=True), sent=ON),
    "rearrange-one-to-one": press(OWN_LEADERS, area=LEADERS, given=one_to_one(), sent=DAY_OF),
    "call-off-one-to-one": press(OWN_LEADERS, area=LEADERS, given=one_to_one()),
    "reopen-one-to-one": press(OWN_LEADERS, area=LEADERS, given=one_to_one(is_held=True)),
    # Kept safe, she hides what names her, from whoever met her too; her contact sees what they did together.
    "one-to-one: with one kept safe": page(
        NOBODY, area=EVERYBODY, given=one_to_one("organiser", "protected_member", is_held=True)
    ),
    "one-to-one: of her contact with one kept safe": page(
        those("leader"), area=EVERYBODY, given=one_to_one("leader", "protected_member", is_held=True)
    ),
    "hold-one-to-one: with one kept safe": press(NOBODY, sent=ON, **WITH_HER),
    "follow-up-one-to-one: with one kept safe": press(NOBODY, sent=ON, **WITH_HER),
    "rearrange-one-to-one: with one kept safe": press(NOBODY, sent=DAY_OF, **WITH_HER),
    "call-off-one-to-one: with one kept safe": press(NOBODY, **WITH_HER),
    "reopen-one-to-one: with one kept safe": press(NOBODY, **WITH_HER),
    "house-meetings": page(LEADERS),
    "all-house-meetings": page(ORGANISERS | DATA),
    "record-house-meeting": form(LEADERS, writes=OWN_LEADERS, sent=TALKED),
    "house-meeting": page(OWN_LEADERS | DATA, area=EVERYBODY, given=house_meeting()),
    "hold-house-meeting": press(OWN_LEADERS, area=LEADERS, given=house_meeting(), sent=ON),
    "follow-up-house-meeting": press(OWN_LEADERS, area=LEADERS, given=house_meeting(is_held=True), sent=ON),
    "rearrange-house-meeting": press(OWN_LEADERS, area=LEADERS, given=house_meeting(), sent=DAY_OF),
    "call-off-house-meeting": press(OWN_LEADERS, area=LEADERS, given=house_meeting()),
    "reopen-house-meeting": press(OWN_LEADERS, area=LEADERS, given=house_meeting(is_held=True)),
    "house-meeting: of one kept safe": page(
        those("protected_member"), area=EVERYBODY, given=house_meeting("protected_member")
    ),
    "hold-house-meeting: of one kept safe": press(NOBODY, sent=ON, **AT_HERS),
    "follow-up-house-meeting: of one kept safe": press(NOBODY, sent=ON, **AT_HERS),
    "rearrange-house-meeting: of one kept safe": press(NOBODY, sent=DAY_OF, **AT_HERS),
    "call-off-house-meeting: of one kept safe": press(NOBODY, **AT_HERS),
    "reopen-house-meeting: of one kept safe": press(NOBODY, **AT_HERS),
    **listening_campaigns.ROWS,
    **listening_concerns.ROWS,
    **listening_rounds.ROWS,
    **listening_stories.ROWS,
    **listening_deciding.ROWS,
    **listening_talks.ROWS,
    **listening_themes.ROWS,
}

"""Who may ask for a 1-2-1, write after one and open drafts of it: whoever asked; and who counts those of leaders."""

from collections.abc import Callable
from typing import Any

from m4c.core.models.record import new_uid
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.one_to_one_ask import NewAsking, answer_asking, ask_for_one_to_one
from tests.access.personas import DATA, EVERYBODY, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, those
from tests.access.records import DAY, SOMEBODY_NEW
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import TODAY


def arranged(asker: str = "leader", other: str = "member") -> Callable[[Cast], dict[str, Any]]:
    """A 1-2-1 in Cardiff, still to be held."""

    def recorded(cast: Cast) -> dict[str, Any]:
        new = NewOneToOne(cast.person(asker), cast.person(other), TODAY)
        return {"uid": record_one_to_one(group=cast.cardiff, new=new, by=cast.operator).uid}

    return recorded


def asking(asker: str = "leader", other: str = "member", **more: Any) -> Callable[[Cast], dict[str, Any]]:
    """Somebody in Cardiff was asked, and has not answered."""

    def recorded(cast: Cast) -> dict[str, Any]:
        new = NewAsking(cast.person(asker), cast.person(other), TODAY)
        found = ask_for_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
        if more:
            answer_asking(asking=found, on=TODAY, by=cast.operator, **more)
        return {"uid": found.uid}

    return recorded


OTHER = {f"other{name.removeprefix('person')}": value for name, value in SOMEBODY_NEW.items()}
SENT = {"uid": str(new_uid()), "about_them": "Came from Sylhet at nine", "tier": "private"}
ASKED, WITH_HER = arranged(), arranged("organiser", "protected_member")

ROWS = {
    "ask-for-one-to-one": form(LEADERS, writes=OWN_LEADERS, sent={"asked_on": DAY, "group": "cardiff"} | OTHER),
    "one-to-one-ask": page(OWN_LEADERS | DATA, area=EVERYBODY, given=asking()),
    "answer-one-to-one-ask": press(OWN_LEADERS, area=LEADERS, given=asking(), sent={"answer": "no", "on": DAY}),
    "take-back-one-to-one-ask": press(OWN_LEADERS, area=LEADERS, given=asking()),
    "reopen-one-to-one-ask": press(OWN_LEADERS, area=LEADERS, given=asking(answer="not_yet")),
    "one-to-one-ask: of one kept safe": page(NOBODY, area=EVERYBODY, given=asking("organiser", "protected_member")),
    "answer-one-to-one-ask: of one kept safe": press(
        NOBODY, area=LEADERS, given=asking("organiser", "protected_member"), sent={"answer": "no", "on": DAY}
    ),
    "take-back-one-to-one-ask: of one kept safe": press(
        NOBODY, area=LEADERS, given=asking("organiser", "protected_member")
    ),
    "reopen-one-to-one-ask: of one kept safe": press(
        NOBODY, area=LEADERS, given=asking("organiser", "protected_member", answer="not_yet")
    ),
    "draft-key": page(LEADERS),
    "leaders-one-to-ones": page(ORGANISERS | DATA),
    "after-one-to-one": form(those("leader"), area=LEADERS, given=ASKED, sent=SENT),
    "after-one-to-one: with one kept safe": form(NOBODY, area=LEADERS, given=WITH_HER, sent=SENT),
    "send-after-one-to-one": press(those("leader"), area=LEADERS, given=ASKED, sent=SENT),
    "send-after-one-to-one: with one kept safe": press(NOBODY, area=LEADERS, given=WITH_HER, sent=SENT),
    "after-one-to-one-worker": page(LEADERS, given=ASKED),
}

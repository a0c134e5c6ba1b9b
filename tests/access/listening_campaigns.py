"""Who may plan and see a listening campaign, its visitors and questions, and type in answers; strangers may answer."""

from typing import Any

from m4c.listening.operations.visitor import add_visitor
from tests.access.personas import ANYBODY, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS
from tests.access.records import DAY
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import TODAY
from tests.listening.campaigning import campaign_of, open_campaign, question_of, visitor_of

PLAN = {"name": "Spring", "starts_on": DAY, "ends_on": DAY, "visits_each": "10", "names_each": "20"}


def a_campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff with a question."""
    campaign = campaign_of(cast)
    question_of(cast, campaign)
    return {"uid": campaign.uid}


def an_open_one(cast: Cast) -> dict[str, Any]:
    """One that strangers may answer."""
    return {"uid": open_campaign(cast).uid}


def by_slug(cast: Cast) -> dict[str, Any]:
    """The same by its public address."""
    return {"slug": open_campaign(cast).slug}


def closed(cast: Cast) -> dict[str, Any]:
    """One that is not open to strangers."""
    return {"slug": campaign_of(cast).slug}


def a_visitor(cast: Cast) -> dict[str, Any]:
    """Somebody who visits."""
    return {"uid": visitor_of(cast, campaign_of(cast)).uid}


def hers(cast: Cast) -> dict[str, Any]:
    """Somebody kept safe who visits."""
    person = cast.person("protected_member")
    return {"uid": add_visitor(campaign=campaign_of(cast), person=person, on=TODAY, by=cast.operator).uid}


def the_member(cast: Cast) -> dict[str, Any]:
    """Somebody picked, with ten visits."""
    person = cast.person("member")
    return {"person": person.name, "person-chosen": str(person.uid), "visits": "10"}


def a_question(cast: Cast) -> dict[str, Any]:
    """A question of a campaign."""
    return {"uid": question_of(cast, campaign_of(cast)).uid}


OWN: dict[str, Any] = {"area": ORGANISERS, "given": a_campaign}
SHUT: dict[str, Any] = {"area": ANYBODY, "given": closed}
ROWS = {
    "listening": page(LEADERS),
    "plan-listening-campaign": form(ORGANISERS, writes=OWN_ORGANISERS, sent=PLAN | {"group": "cardiff"}),
    "listening-campaign": page(OWN_LEADERS, area=LEADERS, given=a_campaign),
    "change-listening-campaign": form(OWN_ORGANISERS, sent=PLAN, **OWN),
    "review-listening-campaign": press(OWN_ORGANISERS, sent={"words": "Ask more people"}, **OWN),
    "open-listening-questions": press(OWN_ORGANISERS, **OWN),
    "close-listening-questions": press(OWN_ORGANISERS, area=ORGANISERS, given=an_open_one),
    "listening-poster": page(OWN_LEADERS, area=LEADERS, given=a_campaign),
    "add-listening-visitor": press(OWN_ORGANISERS, sent=the_member, **OWN),
    "leave-listening-visits": press(OWN_ORGANISERS, area=ORGANISERS, given=a_visitor),
    "leave-listening-visits: of one kept safe": press(NOBODY, area=ORGANISERS, given=hers),
    "campaign-questions": form(OWN_ORGANISERS, sent={"english": "What else?"}, **OWN),
    "campaign-question": form(OWN_ORGANISERS, area=ORGANISERS, given=a_question, sent={"english": "What else?"}),
    "strike-question": press(OWN_ORGANISERS, area=ORGANISERS, given=a_question),
    "type-in-questionnaire": form(OWN_LEADERS, area=LEADERS, given=a_campaign),
    "listening-questions": form(ANYBODY, given=by_slug),  # without the form's stamp it is thrown away
    "listening-questions: closed": form(NOBODY, **SHUT),
    "listening-answered": page(ANYBODY, given=by_slug),
    "listening-answered: closed": page(NOBODY, **SHUT),
}

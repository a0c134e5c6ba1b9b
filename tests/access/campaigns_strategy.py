"""Who may read a strategy chart and a power map, and who may change them."""

from typing import Any

from m4c.campaigns.operations.chart import keep_version
from tests.access.personas import DATA, LEADERS, OWN_LEADERS, those
from tests.access.table import Row, form, page, press
from tests.campaigns.strategy.making import campaign_of, line_of, owner_of, placed, target_of
from tests.cast import Cast
from tests.factories import NOW

SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")


def a_campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff's with somebody on its map."""
    return {"uid": placed(cast).campaign.uid}


def a_bare_campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff's."""
    return {"uid": campaign_of(cast).uid}


def a_target(cast: Cast) -> dict[str, Any]:
    """A target with a line on its chart."""
    return {"uid": line_of(cast).target.uid}


def a_line(cast: Cast) -> dict[str, Any]:
    """A line of Cardiff's chart."""
    return {"uid": line_of(cast).uid}


def a_version(cast: Cast) -> dict[str, Any]:
    """A version of Cardiff's chart."""
    target = target_of(cast)
    line_of(cast, target)
    return {"uid": keep_version(target=target, at=NOW, by=cast.operator).uid}


def a_placement(cast: Cast) -> dict[str, Any]:
    """Where somebody stands on Cardiff's map."""
    return {"uid": placed(cast).uid}


def a_place(cast: Cast) -> dict[str, Any]:
    """Who is placed, and where."""
    who = f"powerholder:{owner_of(cast).uid}"
    return {"who": who, "power": "9", "position": "-1", "evidence": "Rang us", "on": "2026-10-05"}


LINE = {"part": "middle", "words": "Twelve homes and a shop"}
RUN: dict[str, Any] = {"area": LEADERS}

ROWS: dict[str, Row] = {
    "strategy-chart": page(OWN_SEE, area=SEE, given=a_bare_campaign),
    "target-chart": page(OWN_SEE, area=SEE, given=a_target),
    "add-chart-line": press(OWN_LEADERS, given=a_target, sent=LINE, **RUN),
    "chart-versions": page(OWN_SEE, area=SEE, given=a_target),
    "keep-chart-version": press(OWN_LEADERS, given=a_target, sent={"words": "Before the picket"}, **RUN),
    "chart-version": page(OWN_SEE, area=SEE, given=a_version),
    "chart-line": form(OWN_SEE, area=SEE, given=a_line, sent=LINE, writes=OWN_LEADERS),
    "choose-chart-line": press(OWN_LEADERS, given=a_line, sent=LINE | {"choice": "both"}, **RUN),
    "take-chart-line-away": press(OWN_LEADERS, given=a_line, **RUN),
    "undo-chart-line": press(OWN_LEADERS, given=a_line, **RUN),
    "power-map": page(OWN_SEE, area=SEE, given=a_campaign),
    "place-on-map": form(OWN_LEADERS, given=a_bare_campaign, sent=a_place, **RUN),
    "undo-placement": press(OWN_LEADERS, given=a_placement, **RUN),
}

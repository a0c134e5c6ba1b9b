"""Who may read what a campaign was promised, and take commitments out as a file."""

from typing import Any

from tests.access.personas import DATA, LEADERS, OWN_LEADERS, those
from tests.access.table import Row, page
from tests.cast import Cast
from tests.commitments.making import a_commitment
from tests.commitments.winning import a_campaign

SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")


def a_campaign_with_one(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff's that was promised something."""
    campaign = a_campaign(cast)
    a_commitment(cast, campaign=campaign)
    return {"uid": campaign.uid}


def a_file(cast: Cast) -> dict[str, Any]:
    """A file of what one sees."""
    a_commitment(cast)
    return {"what": "commitments", "kind": "csv"}


ROWS: dict[str, Row] = {
    "campaign-commitments": page(OWN_SEE, given=a_campaign_with_one, area=SEE),
    "commitments-file": page(SEE, given=a_file, area=SEE),
}

"""Who may open which page of campaigns: the rows of each of its nouns together."""

from tests.access import (
    campaigns_approaches,
    campaigns_casework,
    campaigns_kits,
    campaigns_ladder,
    campaigns_letters,
    campaigns_press,
    campaigns_strategy,
)
from tests.access.table import Row

ROWS: dict[str, Row] = {
    **campaigns_approaches.ROWS,
    **campaigns_casework.ROWS,
    **campaigns_kits.ROWS,
    **campaigns_ladder.ROWS,
    **campaigns_letters.ROWS,
    **campaigns_press.ROWS,
    **campaigns_strategy.ROWS,
}

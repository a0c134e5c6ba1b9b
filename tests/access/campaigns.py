"""Who may open which page of campaigns: the rows of each of its nouns together."""

from tests.access import campaigns_kits
from tests.access.table import Row

ROWS: dict[str, Row] = {
    **campaigns_kits.ROWS,
}

"""The whole table: the rows of each app together."""

from tests.access import core, events, insight, leaders, listening, outreach, people, website
from tests.access.table import Row

TABLE: dict[str, Row] = {
    **core.ROWS,
    **people.ROWS,
    **events.ROWS,
    **listening.ROWS,
    **leaders.ROWS,
    **outreach.ROWS,
    **insight.ROWS,
    **website.ROWS,
}

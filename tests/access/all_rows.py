"""The whole table: the rows of each app together."""

from collections.abc import Mapping
from contextlib import suppress

from django.db import IntegrityError, transaction

from m4c.core.errors import Refused
from tests.access import (
    campaigns,
    commitments,
    core,
    events,
    insight,
    leaders,
    listening,
    outreach,
    people,
    power,
    power_loading,
    website,
)
from tests.access.table import Row
from tests.cast import Cast

TABLE: dict[str, Row] = {
    **core.ROWS,
    **people.ROWS,
    **events.ROWS,
    **listening.ROWS,
    **leaders.ROWS,
    **power.ROWS,
    **power_loading.ROWS,
    **campaigns.ROWS,
    **commitments.ROWS,
    **outreach.ROWS,
    **insight.ROWS,
    **website.ROWS,
}


def addresses_of(rows: Mapping[str, Row], cast: Cast) -> dict[str, str]:
    """The addresses of many rows in one world, by name; of two that would make the same record, the first alone."""
    found = {}
    for name, row in rows.items():
        with suppress(Refused, IntegrityError), transaction.atomic():
            found[name] = row.address(name, cast)
    return found

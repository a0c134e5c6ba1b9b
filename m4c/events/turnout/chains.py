"""Who brought whoever brought them: the longest chain of those who came to an event, or mean to come."""

from collections.abc import Sequence

from django.db import connection

from m4c.events.models import Event
from m4c.people.models import Account
from m4c.people.sight import hidden_from
from m4c.people.written import COLUMN

# Down from whoever was brought by somebody whom nobody brought. As each is brought by one, a ring of people who are
# said to have brought each other has no beginning: it is never entered, and so the walk always ends.
LONGEST = """
WITH RECURSIVE seen AS (
    SELECT a.person_id, a.brought_by_id FROM events_attendance AS a
    WHERE a.event_id = %s AND a.state IN ({states}) AND a.brought_by_id IS NOT NULL AND {told}
), chain(person_id, links) AS (
    SELECT one.person_id, 1 FROM seen AS one
    LEFT JOIN seen AS above ON above.person_id = one.brought_by_id
    WHERE above.person_id IS NULL
    UNION ALL
    SELECT next.person_id, chain.links + 1 FROM chain JOIN seen AS next ON next.brought_by_id = chain.person_id
)
SELECT COALESCE(MAX(links), 0) FROM chain
"""


def longest_chain(event: Event, account: Account, states: Sequence[str]) -> int:
    """How many links the longest chain has that leads from a leader to somebody in one of these states; 0 where nobody
    was brought.

    Whoever came because of a leader is one link away, whoever came because of them two. A link holds where the one who
    was brought is in such a state; whoever stands at its beginning need not be on the list. Nobody kept safe from the
    account is a link, on either side.
    """
    condition, hidden = hidden_from(account.person_id)
    sides = [condition.replace(COLUMN, column) for column in ("a.person_id", "a.brought_by_id")]
    with connection.cursor() as cursor:
        statement = LONGEST.format(told=" AND ".join(sides), states=", ".join(["%s"] * len(states)))
        cursor.execute(statement, [event.pk, *states, *hidden, *hidden])
        return int(cursor.fetchone()[0])

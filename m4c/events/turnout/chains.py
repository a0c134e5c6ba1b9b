"""Who brought whoever brought them: the longest chain of those who came to an event."""

from django.db import connection

from m4c.events.models import Attendance, Event

# Down from whoever was brought by somebody whom nobody brought. As each is brought by one, a ring of people who are
# said to have brought each other has no beginning: it is never entered, and so the walk always ends.
LONGEST = """
WITH RECURSIVE chain(person_id, links) AS (
    SELECT one.person_id, 1
    FROM events_attendance AS one
    LEFT JOIN events_attendance AS above
        ON above.event_id = one.event_id AND above.person_id = one.brought_by_id
        AND above.brought_by_id IS NOT NULL AND above.state IN (%s, %s)
    WHERE one.event_id = %s AND one.state IN (%s, %s) AND one.brought_by_id IS NOT NULL AND above.id IS NULL
    UNION ALL
    SELECT next.person_id, chain.links + 1
    FROM chain
    JOIN events_attendance AS next ON next.brought_by_id = chain.person_id
    WHERE next.event_id = %s AND next.state IN (%s, %s)
)
SELECT COALESCE(MAX(links), 0) FROM chain
"""


def longest_chain(event: Event) -> int:
    """How many links the longest chain has that leads from a leader to somebody who came; 0 where nobody was brought.

    Whoever came because of a leader is one link away, whoever came because of them two. A link holds where the one who
    was brought came; whoever stands at its beginning need not be on the list.
    """
    came = Attendance.State.present()
    with connection.cursor() as cursor:
        cursor.execute(LONGEST, [*came, event.pk, *came, event.pk, *came])
        return int(cursor.fetchone()[0])

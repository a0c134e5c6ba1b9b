"""Where a right reaches: the scopes of records, asked for in one statement, or kept for a page."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.visibility import keep_scopes, scopes_of
from m4c.events.models import Event
from tests.cast import Cast
from tests.factories import gathering


def test_scopes_are_the_paths_of_a_records_groups(cast: Cast) -> None:
    here, there = gathering(cast), gathering(cast, group=cast.manchester)
    assert scopes_of([here, there]) == [frozenset([cast.cardiff.path]), frozenset([cast.manchester.path])]


def test_kept_scopes_are_asked_for_no_more(cast: Cast) -> None:
    event = Event.objects.get(pk=gathering(cast).pk)
    other = gathering(cast, group=cast.manchester)
    keep_scopes(event)
    with CaptureQueriesContext(connection) as queries:
        assert scopes_of(event) == [frozenset([cast.cardiff.path])]
    assert len(queries) == 0
    assert scopes_of([event, other]) == [frozenset([cast.cardiff.path]), frozenset([cast.manchester.path])]

"""What is held to for a time is warned of before its last day, on the board, its page and Today; its status stays."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from m4c.commitments.models import Measure
from m4c.commitments.watching import today
from m4c.commitments.watching.ending import warning
from m4c.leaders.today_lines import Moment
from tests.cast import Cast
from tests.commitments.promising import a_promise, status_of
from tests.factories import NOW, TODAY, queries_of, signed_in, words_of

BOARD = "/organise/commitments/"
DAY = timedelta(days=1)

pytestmark = pytest.mark.django_db


def a_delay(cast: Cast, days: int, **more: Any) -> Any:
    """A cut that waits so many days more."""
    ends: dict[str, Any] = {"due_on": None, "expires_on": TODAY + days * DAY}
    return a_promise(cast, measure=Measure.ONGOING, words="The cut waits six months.", **ends, **more)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (31, ""),
        (30, "It ends in 30 days, on 4 November 2026."),
        (1, "It ends in 1 day, on 6 October 2026."),
        (0, "It ends today."),
        (-1, ""),
    ],
)
def test_so_many_days_before(cast: Cast, days: int, words: str) -> None:
    made = a_delay(cast, days)
    assert warning(made, status_of(made), TODAY) == words


def test_its_status_stays_until_it_ran_its_time(cast: Cast) -> None:
    made = a_delay(cast, 18)
    assert [status_of(made, TODAY + day * DAY) for day in (0, 18, 19)] == ["made", "made", "expired"]


def test_nothing_else_is_warned_of(cast: Cast) -> None:
    made = a_promise(cast, expires_on=TODAY + DAY)
    assert warning(made, status_of(made), TODAY) == ""
    delay = a_delay(cast, 18)
    assert [warning(delay, status, TODAY) for status in ("void", "superseded", "broken", "disputed")] == [""] * 4


def test_the_board_and_its_page_tell(cast: Cast) -> None:
    now = timezone.localdate()
    made = a_delay(cast, (now - TODAY).days + 18)
    client = signed_in(cast, "leader")
    day = date_format(now + 18 * DAY, "j F Y")
    told = f"It ends in 18 days, on {day}."
    board = words_of(client.get(BOARD))
    assert (board.count(told), f"Made: until {day}" in board) == (2, True)
    assert [told in words_of(client.get(f"{BOARD}{query}")) for query in ("?status=made", f"{made.uid}/")] == [True] * 2
    before = words_of(client.get(f"{BOARD}?as_at={now - 13 * DAY}"))
    assert ("It ends in" in before, "Ends soon" in before) == (False, False)


def test_today_tells(cast: Cast) -> None:
    a_delay(cast, 18)
    (line,) = today.promised(cast.organiser, Moment(NOW))
    told = "Cardiff: It ends in 18 days, on 23 October 2026."
    assert line.action
    assert (line.detail, line.action.label, line.late) == (told, "Ask what comes next", "")


def test_the_board_takes_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    ahead = (timezone.localdate() - TODAY).days
    a_delay(cast, ahead + 18)
    client = signed_in(cast, "leader")
    one = queries_of(client, BOARD)
    for days in (3, 12):
        a_delay(cast, ahead + days)
    assert (queries_of(client, BOARD), one <= 10) == (one, True)

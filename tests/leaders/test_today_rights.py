"""What people asked of their data, on Today of whoever answers it."""

from datetime import timedelta

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_rights import asked_of_data
from m4c.people.models import Account, RightsRequest
from m4c.people.operations.rights_request import Asked, ask_back, take_in_request
from tests.cast import PERSONAS, Cast
from tests.factories import NOW, somebody

AT = Moment(NOW)


def asked(cast: Cast, days: int, name: str = "Ebo Iwu") -> RightsRequest:
    """A request that came so many days ago."""
    came = AT.today - timedelta(days=days)
    person = somebody(cast, name)
    return take_in_request(
        group=cast.movement, asked=Asked("access", "email", name, came), person=person, by=cast.data_protection
    )


def lines(account: Account) -> list[tuple[str, str]]:
    """Titles and what is late, as the page has them."""
    return [(line.title, line.late) for line in asked_of_data(account, AT)]


def test_what_is_overdue_stands_first_and_says_so(cast: Cast) -> None:
    for days, name in ((2, "New One"), (29, "Past Ours"), (60, "Late One")):
        asked(cast, days, name)
    told = lines(cast.data_protection)

    assert [title for title, _late in told] == ["Late One", "Past Ours", "New One"]
    assert (told[0][1][:13], told[1][1], told[2][1]) == ("Overdue since", "Past our own day", "")


def test_what_waits_for_them_does_not_press(cast: Cast) -> None:
    request = asked(cast, 2)
    ask_back(request=request, kind="meaning", words="Which years?", on=AT.today, by=cast.data_protection)

    assert lines(cast.data_protection) == []


def test_nobody_else_sees_it(cast: Cast) -> None:
    asked(cast, 2)

    assert {who for who in PERSONAS if lines(getattr(cast, who))} == {"data_protection"}

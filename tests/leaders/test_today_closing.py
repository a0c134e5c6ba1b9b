"""Today, when a group closes: whom to ask, what oneself is asked, and nothing of it to anybody else."""

from datetime import datetime, timedelta

from m4c.leaders.today_closing import askings
from m4c.leaders.today_lines import Moment
from m4c.people.models import PassingAsking
from m4c.people.operations.group_passing import begin_passing, record_answer, take_asking
from m4c.people.operations.membership import join
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody


def lines(cast: Cast, persona: str, now: datetime = NOW) -> list[tuple[str, str]]:
    return [(line.title, line.detail) for line in askings(cast.fresh(persona), Moment(now))]


def test_who_is_to_be_asked_stands_on_today(cast: Cast) -> None:
    somebody(cast, "Amal Yusuf", cast.st_mellons)
    join(person=cast.person("member"), group=cast.st_mellons, by=cast.operator)
    day = TODAY + timedelta(days=30)
    begin_passing(group=cast.st_mellons, into=None, closes_on=day, why="Few", at=NOW, by=cast.organiser)
    ask = "St Mellons closes on 4 November: ask what they want"

    assert sorted(lines(cast, "organiser")) == [("Amal Yusuf", ask), ("Kofi Mensah", ask)]
    assert lines(cast, "member") == [("St Mellons closes on 4 November", "What would you like?")]
    for persona in ("leader", "organiser_elsewhere", "editor", "data_protection"):
        assert lines(cast, persona) == []


def test_what_somebody_else_asks_or_was_answered_is_gone(cast: Cast) -> None:
    amal, rhys = (somebody(cast, name, cast.st_mellons) for name in ("Amal Yusuf", "Rhys Owen"))
    day = TODAY + timedelta(days=30)
    begin_passing(group=cast.st_mellons, into=None, closes_on=day, why="Few", at=NOW, by=cast.organiser)
    first, second = (PassingAsking.objects.get(person=person) for person in (amal, rhys))
    take_asking(asking=first, asker=cast.organiser, by=cast.organiser)
    record_answer(asking=second, answer="leave", at=NOW, by=cast.organiser)

    assert [title for title, _detail in lines(cast, "organiser")] == ["Amal Yusuf"]
    assert lines(cast, "national_organiser") == []

"""What erasure takes out of what was done with many, and of filters that somebody saved."""

from typing import Any

from m4c.people.erasing import Forgotten
from m4c.people.list_permissions import CHANGE_MANY
from m4c.people.models import PeopleChange, Person, SavedFilter
from m4c.people.operations.erasing import lists
from m4c.people.operations.people_change import Meant, begin_change
from m4c.people.operations.saved_filter import save_filter
from tests.cast import Cast
from tests.factories import NOW, somebody


def forgotten(cast: Cast, person: Person) -> Forgotten:
    return Forgotten(person, None, NOW, cast.operator, emails=frozenset(["amal@example.org"]))


def change(cast: Cast, *people: Person, asked_for: str = "") -> PeopleChange:
    by, picked = cast.organiser, [str(person.uid) for person in people]
    meant = Meant("tag", {"name": "driver", "group": "cardiff"}, asked_for, picked)
    return begin_change(groups=by.groups_for(CHANGE_MANY), meant=meant, by=by, at=NOW)


def test_whom_it_was_about_goes_and_that_it_was_done_stays(cast: Cast) -> None:
    amal = somebody(cast)
    theirs, others = change(cast, amal), change(cast, cast.person("member"))
    who = forgotten(cast, amal)
    assert list(lists.changes_naming(who)) == [theirs]
    lists.forget_changes(who, lists.changes_naming(who))
    theirs.refresh_from_db()
    assert (theirs.picked, theirs.values, theirs.done, theirs.is_under_way) == ([], {}, 1, False)
    others.refresh_from_db()
    assert others.picked == [str(cast.person("member").uid)]


def test_one_under_way_that_names_them_goes_no_further(cast: Cast) -> None:
    amal = somebody(cast)
    waiting = change(cast, asked_for="q=yusuf")
    PeopleChange.objects.update(refused=[[str(amal.uid), "for a reason"]])
    lists.forget_changes(forgotten(cast, amal), lists.changes_naming(forgotten(cast, amal)))
    waiting.refresh_from_db()
    assert (waiting.finished_at, waiting.asked_for) == (NOW, "")


def test_their_filters_go_and_those_that_look_for_their_address(cast: Cast) -> None:
    facts: dict[str, Any] = {"group": cast.cardiff, "at": NOW, "name": "x"}
    own = save_filter(address="language=cy", by=cast.leader, **facts)
    looking = save_filter(address="q=amal%40example.org", by=cast.organiser, **facts)
    save_filter(address="language=cy", by=cast.organiser, **facts)
    assert list(lists.filters_of(forgotten(cast, somebody(cast)))) == [looking]
    assert set(lists.filters_of(forgotten(cast, cast.person("leader")))) == {own, looking}
    assert SavedFilter.objects.count() == 3

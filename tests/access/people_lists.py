"""Who may filter the list of people, keep a filter, and act on those listed."""

from typing import Any

from m4c.people.list_permissions import CHANGE_MANY, MAKE_CALL_LISTS
from m4c.people.models import SavedFilter
from m4c.people.operations.call_list import make_call_list
from m4c.people.operations.people_change import Meant, begin_change
from m4c.people.operations.saved_filter import remove_filter, save_filter
from tests.access.personas import DATA, LEADERS, OWN_LEADERS, those
from tests.access.records import whom_the_leader_met
from tests.access.table import Row, form, page, press
from tests.cast import THEN, Cast


def saved(cast: Cast) -> dict[str, Any]:
    """A filter that Cardiff's leader saved for Cardiff's leaders and organisers."""
    facts: dict[str, Any] = {
        "group": cast.cardiff,
        "name": "Welsh speakers",
        "address": "language=cy",
        "is_shared": True,
    }
    return {"uid": save_filter(by=cast.leader, at=THEN, **facts).uid}


def removed(cast: Cast) -> dict[str, Any]:
    """The same, removed."""
    uid = saved(cast)["uid"]
    remove_filter(saved=SavedFilter.objects.get(uid=uid), by=cast.leader, at=THEN)
    return {"uid": uid}


def changed(cast: Cast) -> dict[str, Any]:
    """What the leader did with somebody whom she met."""
    picked = [str(whom_the_leader_met(cast).uid)]
    meant = Meant("tag", {"name": "driver", "group": "cardiff"}, picked=picked)
    groups = cast.leader.groups_for(CHANGE_MANY)
    return {"uid": begin_change(groups=groups, meant=meant, by=cast.leader, at=THEN).uid}


def calls(cast: Cast) -> dict[str, Any]:
    """The leader's list of one person to ring."""
    picked = [str(whom_the_leader_met(cast).uid)]
    groups = cast.leader.groups_for(MAKE_CALL_LISTS)
    made = make_call_list(groups=groups, purpose="The assembly", asked_for="", picked=picked, by=cast.leader, at=THEN)
    return {"uid": made.uid}


def to_ring(cast: Cast) -> dict[str, Any]:
    """The person on that list."""
    return {**calls(cast), "person": whom_the_leader_met(cast).uid}


KEEPERS = LEADERS | DATA
SEEN = OWN_LEADERS | DATA
LEADER = those("leader")

ROWS: dict[str, Row] = {
    "people-filters": page(KEEPERS),
    "people-selection": form(LEADERS, query="?what=calls&all=yes", sent={"purpose": "The assembly"}),
    "people-change": page(LEADER, area=LEADERS, given=changed),
    "saved-filters": page(KEEPERS),
    "save-filter": form(KEEPERS, query="?language=cy", sent={"name": "Welsh speakers"}),
    "change-filter": form(SEEN, area=KEEPERS, writes=LEADER, given=saved, sent={"name": "Siaradwyr"}),
    "remove-filter": press(SEEN, area=KEEPERS, writes=LEADER, given=saved),
    "restore-filter": press(SEEN, area=KEEPERS, writes=LEADER, given=removed),
    "call-list": page(LEADER, area=LEADERS, given=calls),
    "call-outcome": press(LEADER, area=LEADERS, given=to_ring, sent={"outcome": "reached"}),
    "call-list-file": page(LEADER, area=LEADERS, given=calls),
}

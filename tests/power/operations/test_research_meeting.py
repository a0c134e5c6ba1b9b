"""Research meetings are for learning; and a powerholder who asks is answered."""

from typing import Any

import pytest

from m4c.core.models import AuditEntry
from m4c.events.models import Event
from m4c.power.models import ResearchMeeting
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.operations.research_meeting import (
    WrittenResearch,
    answer_powerholder,
    change_research,
    write_up_research,
)
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, gathering, seers
from tests.power.recording import owner_of, research_of


def test_write_up_research_needs_somebody_and_what_was_learnt(cast: Cast) -> None:
    refused: list[tuple[dict[str, Any], str]] = [
        ({"whom": " "}, "with whom"),
        ({"learnt": " "}, "what you learnt"),
    ]
    for more, why in refused:
        with pytest.raises(PowerRefused, match=why):
            research_of(cast, **more)


def test_write_up_research_takes_an_event_of_its_kind_once(cast: Cast) -> None:
    event = gathering(cast, kind=Event.Kind.RESEARCH.value)
    research_of(cast, event=event)

    for other, why in ((event, "already"), (gathering(cast), "no research meeting")):
        with pytest.raises(PowerRefused, match=why):
            research_of(cast, event=other)
    hidden = gathering(cast, kind=Event.Kind.RESEARCH.value, visibility="invited")
    new = WrittenResearch(TODAY, "Much", whom="An officer", event=hidden)
    with pytest.raises(PowerRefused, match="no such event"):
        write_up_research(group=cast.manchester, new=new, at=NOW, by=cast.organiser_elsewhere)


def test_change_research_puts_it_right(cast: Cast) -> None:
    event = gathering(cast, kind=Event.Kind.RESEARCH.value)
    meeting = research_of(cast, event=event)

    new = WrittenResearch(TODAY, "He asks his banker", whom="A planning officer", event=event)
    change_research(meeting=meeting, new=new, by=cast.leader)

    assert ResearchMeeting.objects.get().learnt == "He asks his banker"


def test_research_is_read_by_the_leaders_and_organisers_of_its_group(cast: Cast) -> None:
    assert seers(cast, research_of(cast)) == {"leader", "organiser", "national_organiser", "data_protection"}


def test_answer_powerholder_is_for_data_protection_and_stands_in_the_audit(cast: Cast) -> None:
    owner = owner_of(cast)

    able = doers(lambda by: answer_powerholder(powerholder=owner, is_checked=True, by=by), cast)

    assert able == {"data_protection"}
    assert AuditEntry.objects.filter(operation="power.answer_powerholder").count() == 1
    with pytest.raises(PowerRefused, match="make sure"):
        answer_powerholder(powerholder=owner, is_checked=False, by=cast.data_protection)

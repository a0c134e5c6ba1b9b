"""Call lists: on record with a purpose, numbers of those alone who may be rung, and nobody kept safe."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.errors import NotAllowed
from m4c.core.models.record import new_uid
from m4c.people.acting import calling
from m4c.people.acting.calling import CallList, call_list_of
from m4c.people.list_permissions import MAKE_CALL_LISTS
from m4c.people.models import CallOutcome, Consent, Engagement, PeopleExport, Person, PersonAlias, Protection
from m4c.people.operations import call_list
from m4c.people.operations.call_list import CallListRefused, make_call_list, write_down_call
from m4c.people.operations.consent import record_consent
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import record_move_away
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.suppression import keep_suppressions
from m4c.people.operations.tag import tag_people
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, somebody

PHONE = "+447700900101"


def made(cast: Cast, persona: str = "organiser", people: Any = (), **more: Any) -> PeopleExport:
    by = cast.fresh(persona)
    facts = {"purpose": "The assembly", "asked_for": "", "picked": [str(person.uid) for person in people]} | more
    return make_call_list(groups=by.groups_for(MAKE_CALL_LISTS), by=by, at=NOW, **facts)


def told(cast: Cast, people: Any, persona: str = "organiser") -> CallList:
    return call_list_of(made(cast, persona, people), NOW)


def caller(cast: Cast, name: str = "Amal Yusuf", number: str = PHONE, **more: Any) -> Person:
    return somebody(cast, name, phones=[number], **more)


def test_it_stands_on_record_like_an_export(cast: Cast) -> None:
    amal = caller(cast)
    export = made(cast, people=[amal], purpose=" Who can drive? ")
    assert (export.format, export.purpose, export.count, export.picked) == (
        "calls", "Who can drive?", 1, [str(amal.uid)]
    )  # fmt: skip
    seen = [
        who for who in ("organiser", "data_protection", "leader") if PeopleExport.objects.visible_to(cast.fresh(who))
    ]
    assert seen == ["organiser", "data_protection"]


def test_numbers_and_the_last_contact_of_those_who_may_be_rung(cast: Cast) -> None:
    from m4c.events.operations.attendance import record_attendance

    amal = caller(cast)
    record_attendance(event=gathering(cast, days=-9), person=amal, by=cast.operator)
    (call,) = told(cast, [amal]).calls
    assert (call.person, call.numbers, call.last_at) == (amal, ["07700 900101"], NOW - timedelta(days=9))
    assert call.last_words


def test_who_may_not_be_rung_is_named_with_the_reason(cast: Cast) -> None:
    objected, silent, gone = caller(cast), somebody(cast, "Bet Yusuf"), caller(cast, "Cai Yusuf", "+447700900102")
    record_consent(
        person=objected, channel="phone", purpose="all", state="objected", wording="No calls", source="by phone",
        at=NOW - timedelta(days=1), by=cast.operator,
    )  # fmt: skip
    record_move_away(person=gone, on=TODAY, by=cast.operator)
    found = told(cast, [objected, silent, gone])
    assert found.calls == []
    assert found.left_out == [
        (objected, "Objected on 4 October 2026."),
        (silent, "We have no number of theirs."),
        (gone, "Has moved away."),
    ]


def test_a_number_that_was_closed_before_we_met_is_not_rung(cast: Cast) -> None:
    closed = [(PHONE, "phone", "all")]
    keep_suppressions(closed, at=NOW - timedelta(days=400), source="a list", taken_by=cast.operator)
    found = told(cast, [caller(cast)])
    assert (found.calls, len(found.left_out)) == ([], 1)


def test_nobody_kept_safe_and_her_contact_reads_how_to_reach_her(cast: Cast) -> None:
    amal = caller(cast, met_by=cast.person("leader"))
    keep_safe(person=amal, by=cast.leader, at=NOW, safe_contact_note="Text only.")
    Protection.objects.filter(person=amal).update(contact=cast.person("leader"))
    found = told(cast, [amal], "leader")
    assert (found.calls, found.left_out) == ([], [])
    assert [each.safe_contact_note for each in found.kept_safe] == ["Text only."]
    with pytest.raises(CallListRefused):  # to all others there is nobody to be rung
        made(cast, people=[amal])


def test_whoever_objects_later_drops_out(cast: Cast) -> None:
    amal = caller(cast)
    export = made(cast, people=[amal])
    assert len(call_list_of(export, NOW).calls) == 1
    record_consent(
        person=amal, channel="phone", purpose="news", state="objected", wording="Stop", source="by phone",
        at=NOW, by=cast.operator,
    )  # fmt: skip
    assert call_list_of(export, NOW).calls == []


def test_whoever_was_made_one_with_another_since_is_still_meant(cast: Cast) -> None:
    amal, gone = caller(cast), new_uid()
    PersonAlias.objects.create(person=amal, answers_to=gone)
    found = call_list_of(made(cast, picked=[str(gone)]), NOW)
    assert [call.person for call in found.calls] == [amal]


def test_by_the_address_of_the_list(cast: Cast) -> None:
    amal = caller(cast)
    tag_people(people=[amal], name="driver", group=cast.cardiff, at=NOW, by=cast.operator)
    assert [call.person for call in call_list_of(made(cast, asked_for="q=amal"), NOW).calls] == [amal]


def test_a_live_list_that_grew_shows_no_more_than_one_may_hold(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    amal = caller(cast)
    export = made(cast, asked_for="q=yusuf")
    caller(cast, "Bet Yusuf", "+447700900102")
    monkeypatch.setattr(calling, "MOST", 1)
    assert [call.person for call in call_list_of(export, NOW).calls] == [amal]


def test_a_list_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    people = [caller(cast, f"Person{number} Yusuf", f"+44770090010{number}") for number in range(3)]
    counts = []
    for some in (people[:1], people):
        export = made(cast, people=some)
        with CaptureQueriesContext(connection) as queries:
            assert len(call_list_of(export, NOW).calls) == len(some)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


def test_what_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    amal = caller(cast)
    cases: list[tuple[dict[str, Any], str]] = [
        ({"purpose": " "}, "purpose"),
        ({"picked": [], "asked_for": "quiet=soon"}, "filter"),
    ]
    cases += [({"picked": ["x"]}, "nobody")]
    for more, code in cases:
        with pytest.raises(CallListRefused) as refused:
            made(cast, people=[amal], **more)
        assert refused.value.code == code
    monkeypatch.setattr(call_list, "MOST", 1)
    with pytest.raises(CallListRefused, match="2 people"):
        made(cast, people=[amal, cast.person("member")])
    with pytest.raises(NotAllowed):
        made(cast, "member", [amal])


def rang(cast: Cast, export: PeopleExport, person: Person, outcome: str, persona: str = "organiser") -> CallOutcome:
    return write_down_call(call_list=export, person=person, outcome=outcome, at=NOW, by=cast.fresh(persona))


def test_whoever_was_reached_was_in_touch_and_a_call_in_vain_is_none(cast: Cast) -> None:
    amal, bet = caller(cast), caller(cast, "Bet Yusuf", "+447700900102")
    export = made(cast, people=[amal, bet])
    rang(cast, export, amal, "reached")
    rang(cast, export, bet, "missed")
    by_name = {call.person: call for call in call_list_of(export, NOW).calls}
    assert (by_name[amal].outcome, by_name[amal].last_at, by_name[amal].last_words) == (
        "reached", NOW, "Reached by phone"
    )  # fmt: skip
    assert (by_name[bet].outcome, by_name[bet].last_words) == ("missed", "")
    assert list(Engagement.objects.filter(kind="was_rung").values_list("person", "group")) == [
        (amal.pk, cast.cardiff.pk)
    ]


def test_said_again_it_is_put_right(cast: Cast) -> None:
    amal = caller(cast)
    export = made(cast, people=[amal])
    first, again = rang(cast, export, amal, "reached"), rang(cast, export, amal, "missed")
    assert (first.pk, again.outcome) == (again.pk, "missed")
    assert not Engagement.objects.filter(kind="was_rung").exists()


def test_who_wants_no_call_again_is_rung_by_nobody(cast: Cast) -> None:
    amal = caller(cast)
    export = made(cast, people=[amal])
    rang(cast, export, amal, "never")
    said = Consent.objects.get(person=amal)
    assert (said.channel, said.purpose, said.state, said.source) == (
        "phone", "all", "objected", "Said when rung: The assembly"
    )  # fmt: skip
    assert call_list_of(export, NOW).left_out == [(amal, "Objected on 5 October 2026.")]
    with pytest.raises(CallListRefused, match="not to be rung again"):
        rang(cast, export, amal, "reached")


def test_nobody_writes_on_anothers_list_or_of_whom_is_not_on_it(cast: Cast) -> None:
    amal, bet = caller(cast), caller(cast, "Bet Yusuf", "+447700900102")
    export = made(cast, people=[amal])
    for person, persona in ((bet, "organiser"), (amal, "national_organiser")):
        with pytest.raises(Unseen):
            rang(cast, export, person, "reached", persona)
    with pytest.raises(NotAllowed):
        rang(cast, export, amal, "reached", "organiser_elsewhere")
    keep_safe(person=amal, by=cast.leader, at=NOW)
    with pytest.raises(Unseen):
        rang(cast, export, amal, "reached")
    assert not CallOutcome.objects.exists()

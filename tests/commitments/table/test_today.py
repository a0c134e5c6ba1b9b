"""What waits of a negotiation or an assembly stands on Today, for whom it concerns, until it is done."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.commitments.models import Assembly, Minute, Negotiation
from m4c.commitments.operations.answer import confirm_answer
from m4c.commitments.operations.assembly import close_assembly, fix_meeting_after
from m4c.commitments.operations.minute import send_minute, write_minute
from m4c.commitments.operations.negotiation import close_negotiation, fix_follow_up, put_on_team
from m4c.commitments.operations.show_item import NewItem, add_show_item
from m4c.events.models import Event
from m4c.events.operations.evaluation import Said, evaluate
from m4c.leaders.today_lines import Line, Moment
from m4c.leaders.today_taken_on import taken_on
from m4c.people.models import Account
from tests.cast import Cast
from tests.commitments.tabling import a_table, an_answer, an_ask, an_assembly, meeting
from tests.factories import queries_of, signed_in, words_of

PAGE = "/organise/"
HEARD, CAME = "1 answer waits for a second person.", "Say what came of it."
NEXT, MINUTE, HOW = "No next meeting is fixed.", "The minute is not sent.", "How was it for us?"


def held(of: Negotiation | Assembly, days: int = 1) -> Event:
    """Its event, some days ago by the clock of Today."""
    Event.objects.filter(pk=of.event_id).update(starts_at=timezone.now() - timedelta(days=days), ends_at=None)
    of.event.refresh_from_db()
    return of.event


def line(account: Account) -> Line | None:
    """What Today says of it to this account."""
    found = [one for one in taken_on(account, Moment(timezone.now())) if one.url.startswith("/organise/")]
    tables = [one for one in found if "/negotiations/" in one.url or "/assemblies/" in one.url]
    assert len(tables) <= 1
    return tables[0] if tables else None


def told(account: Account) -> str:
    """In words; nothing where nothing waits."""
    found = line(account)
    return found.detail if found else ""


def test_each_thing_that_waits_goes_once_it_is_done(cast: Cast) -> None:
    table = a_table(cast)
    by, now = cast.organiser, timezone.now()
    ask = an_ask(cast, table)
    assert told(by) == "", "nothing before it begins"
    held(table)
    assert told(by) == f"{CAME} {NEXT} {HOW}", "no minute where nothing was put"
    an_answer(cast, ask)
    assert told(by) == f"{CAME} {NEXT} {MINUTE} {HOW}"
    close_negotiation(negotiation=table, result="agreed", at=now, by=by)
    assert told(by) == f"{NEXT} {MINUTE} {HOW}"
    fix_follow_up(negotiation=table, new=meeting(days=400), at=now, by=by)
    minute = write_minute(meeting=table, at=now, by=by)
    assert told(by) == f"{MINUTE} {HOW}"
    send_minute(minute=minute, sent_to="His office", how="", on=timezone.localdate(), at=now, by=by)
    assert told(by) == HOW
    evaluate(event=table.event, said=Said("Proud"), at=now, by=by)
    assert line(by) is None


def test_it_is_told_to_those_whom_it_concerns(cast: Cast) -> None:
    table = a_table(cast)
    held(table)
    assert [told(one) for one in (cast.leader, cast.national_organiser, cast.organiser_elsewhere)] == ["", "", ""]
    put_on_team(negotiation=table, person=cast.person("leader"), part="chair", at=timezone.now(), by=cast.organiser)
    assert told(cast.leader).startswith(CAME)


def test_an_answer_on_a_stage_waits_for_whoever_did_not_type_it(cast: Cast) -> None:
    assembly = an_assembly(cast)
    event = held(assembly, days=0)
    answer = an_answer(cast, an_ask(cast, event=event), needs_second=True)
    assert told(cast.leader) == "", "who typed it does not confirm it"
    found = line(cast.organiser)
    assert found
    assert found.action
    capture = reverse("capture-answers", kwargs={"uid": event.uid})
    assert (found.detail, found.action.url) == (HEARD, capture)
    assert told(cast.national_organiser) == "", "it is for the group's own people"
    confirm_answer(answer=answer, at=timezone.now(), by=cast.organiser)
    assert line(cast.organiser) is None


def test_of_an_assembly_whoever_led_a_part_of_it_is_told(cast: Cast) -> None:
    assembly, now = an_assembly(cast), timezone.now()
    welcome = NewItem("welcome", "Welcome", leader=cast.person("leader"))
    add_show_item(assembly=assembly, new=welcome, at=now, by=cast.organiser)
    held(assembly)
    assert told(cast.leader) == f"{CAME} {NEXT} {HOW}"
    assert told(cast.organiser) == ""
    close_assembly(assembly=assembly, at=now, by=cast.leader)
    fix_meeting_after(assembly=assembly, new=meeting(days=400), at=now, by=cast.leader)
    assert told(cast.leader) == HOW


def test_it_does_not_stay_for_ever(cast: Cast) -> None:
    table = a_table(cast)
    an_answer(cast, an_ask(cast, table))
    held(table, days=8)
    assert told(cast.organiser) == f"{CAME} {MINUTE}", "a week on nobody is asked how it was"
    held(table, days=31)
    assert line(cast.organiser) is None
    close_negotiation(negotiation=table, result="left", at=timezone.now(), by=cast.organiser)
    held(table)
    assert NEXT not in told(cast.organiser), "where talks were broken off no next meeting is owed"


def test_it_takes_the_same_statements_for_one_and_three(cast: Cast) -> None:
    client: Client = signed_in(cast, "organiser")

    def one_more(days: int) -> None:
        table, stage = a_table(cast, days=-days), an_assembly(cast, days=-days)
        put_on_team(
            negotiation=table, person=cast.person("organiser"), part="chair", at=timezone.now(), by=cast.organiser
        )
        an_answer(cast, an_ask(cast, event=held(stage, days)), needs_second=True)
        held(table, days)

    one_more(1)
    text = words_of(client.get(PAGE))
    assert (HEARD in text, CAME in text) == (True, True)
    one = queries_of(client, PAGE)
    one_more(2)
    one_more(3)
    assert queries_of(client, PAGE) == one <= 30
    assert Minute.objects.count() == 0

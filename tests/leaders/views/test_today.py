"""Today: whom to talk to, what one promised, what is coming; nobody else's, and never somebody kept safe."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.attendance import record_attendance
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import gathering, queries_of, signed_in, somebody, words_of

TODAY_PAGE = reverse("today")


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def talk(cast: Cast, name: str, days: int, **more: object) -> None:
    facts = {"asker": cast.person("leader"), "other": somebody(cast, name), "day": today(days)} | more
    record_one_to_one(group=cast.cardiff, new=NewOneToOne(**facts), by=cast.operator)  # type: ignore[arg-type]


def pledge(cast: Cast, person: Person, made: int = -10, due: int = 50) -> None:
    word = NewPledge(person, "one_to_one", 5, today(due))
    record_pledge(group=cast.cardiff, pledge=word, made_on=today(made), by=cast.operator)


def meeting(cast: Cast, days: int = -2, **more: object) -> Event:
    return gathering(cast, starts_at=timezone.now() + timedelta(days=days), **more)  # type: ignore[arg-type]


def test_everybody_has_a_today_that_greets_them(cast: Cast) -> None:
    for persona in ("member", "national_organiser", "safeguarding", "protected_member"):
        text = words_of(signed_in(cast, persona).get(TODAY_PAGE))
        assert f", {cast.person(persona).given_name}</h1>" in text


def test_it_spans_all_groups_of_the_account(cast: Cast) -> None:
    from m4c.core.permissions import Role
    from m4c.people.models import AccountRole

    AccountRole.objects.create(account=cast.leader, group=cast.swansea, role=Role.LEADER, given_by=cast.operator)
    text = words_of(signed_in(cast, "leader").get(TODAY_PAGE))
    assert "Cardiff, Swansea" in text


def test_what_is_due_this_week_and_what_was_stand_there(cast: Cast) -> None:
    talk(cast, "Pat Past", -3)
    talk(cast, "Tess Today", 0)
    talk(cast, "Sol Soon", 6)
    talk(cast, "Fay Far", 9)
    text = words_of(signed_in(cast, "leader").get(TODAY_PAGE))
    assert ("How did it go?" in text, "You talk today" in text, "Sol Soon" in text) == (True, True, True)
    assert "Fay Far" not in text


def test_next_steps_due_stand_there_one_tap_from_done(cast: Cast) -> None:
    step = {"held_on": today(-9), "next_step": "Ring her sister"}
    talk(cast, "Dai Due", -9, **step, next_step_by=today(2))
    talk(cast, "Nia Never", -9, **step)
    talk(cast, "Les Later", -9, **step, next_step_by=today(30))
    client = signed_in(cast, "leader")
    text = words_of(client.get(TODAY_PAGE))
    assert ("Dai Due" in text, "Nia Never" in text, "Les Later" in text) == (True, True, False)
    assert text.count("It happened") == 2


def test_ones_house_meetings_stand_there(cast: Cast) -> None:
    host = cast.person("leader")
    new = NewHouseMeeting(host=host, day=today(2))
    record_house_meeting(group=cast.cardiff, new=new, by=cast.operator)
    new = NewHouseMeeting(host=host, day=today(-2), held_on=today(-2), next_step="Find a hall")
    record_house_meeting(group=cast.cardiff, new=new, by=cast.operator)
    text = words_of(signed_in(cast, "leader").get(TODAY_PAGE))
    assert ("Your house meeting" in text, "Find a hall" in text) == (True, True)


def test_who_came_for_the_first_time_and_was_not_talked_with_stands_there(cast: Cast) -> None:
    event, bethan = meeting(cast, title="Street lights"), cast.person("leader")
    new = somebody(cast, "Kofi New")
    record_attendance(event=event, person=new, brought_by=bethan, by=cast.organiser)
    old = somebody(cast, "Olga Old")
    for earlier in (meeting(cast, -60), event):
        record_attendance(event=earlier, person=old, brought_by=bethan, by=cast.organiser)
    talked_with = somebody(cast, "Tom Talked")
    record_attendance(event=event, person=talked_with, brought_by=bethan, by=cast.organiser)
    one = NewOneToOne(asker=cast.person("organiser"), other=talked_with, day=today(1))
    record_one_to_one(group=cast.cardiff, new=one, by=cast.organiser)
    record_attendance(event=meeting(cast, -60), person=somebody(cast, "Lena Long-ago"), by=cast.organiser)

    for persona in ("leader", "organiser"):
        text = words_of(signed_in(cast, persona).get(TODAY_PAGE))
        olga = persona == "leader"  # she brought her, and nobody has talked with her
        assert ("Kofi New" in text, "Olga Old" in text, "Lena" in text) == (True, olga, False)
        assert (f"?with={new.uid}" in text, f"?with={talked_with.uid}" in text) == (True, False)
        assert "Came for the first time" in text


def test_a_leader_is_not_told_of_newcomers_whom_others_brought(cast: Cast) -> None:
    record_attendance(event=meeting(cast), person=somebody(cast, "Kofi New"), by=cast.organiser)
    assert "Kofi New" in words_of(signed_in(cast, "organiser").get(TODAY_PAGE))
    for persona in ("leader", "member", "organiser_elsewhere", "coalition_organiser"):
        assert "Kofi New" not in words_of(signed_in(cast, persona).get(TODAY_PAGE))


def test_somebody_kept_safe_is_not_told_of(cast: Cast) -> None:
    hana, event = cast.person("protected_member"), meeting(cast)
    record_attendance(event=event, person=hana, by=cast.operator)
    record_attendance(event=event, person=somebody(cast, "Kofi New"), brought_by=hana, by=cast.operator)
    pledge(cast, hana, made=-40, due=-3)
    text = words_of(signed_in(cast, "organiser").get(TODAY_PAGE))
    assert ("Kofi New" in text, "Čermáková" in text, "Hana" in text) == (True, False, False)


def test_what_one_promised_stands_there_until_it_is_kept(cast: Cast) -> None:
    pledge(cast, cast.person("leader"))
    talk(cast, "Dai Done", 0, held_on=today())
    text = words_of(signed_in(cast, "leader").get(TODAY_PAGE))
    assert ("Five 1-2-1s" in text, "1 of 5" in text) == (True, True)
    for number in range(4):
        talk(cast, f"Dai Done{number}", 0, held_on=today())
    assert "Five 1-2-1s" not in words_of(signed_in(cast, "leader").get(TODAY_PAGE))


def test_what_is_coming_stands_there_and_not_what_is_called_off(cast: Cast) -> None:
    from m4c.events.operations.event import call_off_event

    meeting(cast, 3, title="Soup and songs")
    meeting(cast, -3, title="Gone by")
    meeting(cast, 4, title="A house of others", kind=Event.Kind.HOUSE_MEETING)
    call_off_event(event=meeting(cast, 5, title="Not to be"), at=timezone.now(), by=cast.organiser)
    text = words_of(signed_in(cast, "leader").get(TODAY_PAGE))
    shown = [title in text for title in ("Soup and songs", "Gone by", "A house of others", "Not to be")]
    assert shown == [True, False, False, False]


def test_public_events_stand_there_from_above_and_not_from_elsewhere(cast: Cast) -> None:
    meeting(cast, 3, title="The assembly", group=cast.movement, visibility="public")
    meeting(cast, 3, title="Committee of the movement", group=cast.movement)
    theirs = meeting(cast, 3, title="Manchester sings", group=cast.manchester, visibility="public")
    text = words_of(signed_in(cast, "member").get(TODAY_PAGE))
    assert ("The assembly" in text, "Committee" in text, "Manchester sings" in text) == (True, False, False)
    record_attendance(event=theirs, person=cast.person("member"), state="yes", by=cast.operator)
    assert "Manchester sings" in words_of(signed_in(cast, "member").get(TODAY_PAGE))


def test_an_organiser_is_told_by_name_whose_day_went_by(cast: Cast) -> None:
    for name in ("Cai Ash", "Ann Cedar", "Bob Beech"):
        pledge(cast, somebody(cast, name), made=-40, due=-3)
    pledge(cast, cast.person("organiser"), made=-40, due=-3)
    text = words_of(signed_in(cast, "organiser").get(TODAY_PAGE))
    talk = text.split("Whom should I talk to?", 1)[1].split("</section", 1)[0]
    places = [talk.index(name) for name in ("Cai Ash", "Bob Beech", "Ann Cedar")]
    assert (places, "Siân" in talk, talk.count("Overdue since")) == (sorted(places), False, 3)
    for persona in ("leader", "organiser_elsewhere"):
        assert "Ask how it is going" not in words_of(signed_in(cast, persona).get(TODAY_PAGE))


def test_a_newcomer_is_taught_the_first_steps(cast: Cast) -> None:
    assert "Arrange it" in words_of(signed_in(cast, "leader").get(TODAY_PAGE))
    assert "Tell your organiser" in words_of(signed_in(cast, "member").get(TODAY_PAGE))
    talk(cast, "Fay Far", 30)
    assert "Your first three steps" not in words_of(signed_in(cast, "leader").get(TODAY_PAGE))


@pytest.mark.parametrize("persona", ["leader", "organiser"])
def test_it_takes_the_same_queries_for_one_and_three(cast: Cast, persona: str) -> None:
    bethan = cast.person("leader")

    def some(number: int) -> None:
        talk(cast, f"Ann Arranged{number}", number)
        talk(cast, f"Sue Step{number}", 0, held_on=today(), next_step="Ring")
        record_attendance(
            event=meeting(cast), person=somebody(cast, f"Kofi New{number}"), brought_by=bethan, by=cast.organiser
        )
        record_pledge(
            group=cast.cardiff, pledge=NewPledge(bethan, "one_to_one", 40 + number), made_on=today(), by=cast.leader
        )
        pledge(cast, somebody(cast, f"Lee Late{number}"), made=-40, due=-3)
        meeting(cast, number)

    some(1)
    client = signed_in(cast, persona)
    one = queries_of(client, TODAY_PAGE)
    some(2)
    some(3)
    assert queries_of(client, TODAY_PAGE) == one <= 30

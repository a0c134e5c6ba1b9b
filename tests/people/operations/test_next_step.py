"""A next step with somebody: agreed, read by those it concerns, shown on the page and on Today, and settled once."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_promises import agreed_steps
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import NextStep, Person
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.next_step import NextStepRefused, agree_step, settle_step
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY, seers, signed_in, somebody, words_of


@pytest.fixture
def met(cast: Cast) -> Person:
    return somebody(cast, met_by=cast.person("leader"))


def agreed(cast: Cast, person: Person, owner: str = "leader", **more: object) -> NextStep:
    facts = {"words": "Ring on Monday", "due_on": TODAY, "by": cast.organiser, "group": cast.cardiff} | more
    return agree_step(person=person, owner=cast.person(owner), **facts)  # type: ignore[arg-type]


def test_it_is_read_by_whose_it_is_and_who_sees_the_people(cast: Cast, met: Person) -> None:
    step = agreed(cast, met)
    assert seers(cast, step) == {"leader", "organiser", "national_organiser", "data_protection"}
    assert (step.settled_on, step.recorded_by, step.due_on) == (None, cast.organiser, TODAY)


@pytest.mark.parametrize("hidden", ["person", "owner"])
def test_with_or_by_somebody_kept_safe_it_is_not_there(cast: Cast, met: Person, hidden: str) -> None:
    step = agreed(cast, met, "member")
    keep_safe(person=getattr(step, hidden), by=cast.safeguarding, at=NOW)
    assert seers(cast, step) <= {"member", "safeguarding"}  # herself, and her contact


def test_it_says_something_of_people_one_may_see(cast: Cast, met: Person) -> None:
    with pytest.raises(NextStepRefused):
        agreed(cast, met, words="  ")
    with pytest.raises(Unseen):
        agreed(cast, met, "organiser", by=cast.leader)


def test_it_is_settled_once(cast: Cast, met: Person) -> None:
    step = agreed(cast, met)
    settle_step(step=step, outcome="happened", on=TODAY, by=cast.leader)
    assert (step.outcome, step.settled_on, NextStep.objects.to_take().count()) == ("happened", TODAY, 0)
    with pytest.raises(NextStepRefused):
        settle_step(step=step, outcome="dropped", on=TODAY, by=cast.leader)
    with pytest.raises(IntegrityError), transaction.atomic():
        NextStep.objects.filter(pk=step.pk).update(outcome="")


def test_the_page_shows_steps_of_1_2_1s_beside_them_and_takes_the_press(cast: Cast, met: Person) -> None:
    client, page = signed_in(cast, "leader"), reverse("person", kwargs={"uid": met.uid})
    typed = {"words": "Lend her the book", "owner": "Bethan Griffiths", "group": "cardiff"}
    typed["owner-chosen"] = str(cast.person("leader").uid)
    form = reverse("agree-step", kwargs={"uid": met.uid})
    assert "Bethan Griffiths" in words_of(client.get(form))
    assert words_of(client.post(form, typed | {"words": " "}), 422)
    client.post(form, typed)
    held = {"held_on": date(2026, 10, 1), "next_step": "Come to the meeting", "next_step_by": date(2026, 10, 9)}
    new = NewOneToOne(cast.person("leader"), met, date(2026, 10, 1), **held)  # type: ignore[arg-type]
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)

    text = words_of(client.get(page))
    assert text.index("Come to the meeting") < text.index("Lend her the book")
    assert "by 9 October 2026" in text
    step = NextStep.objects.get()
    press = reverse("settle-step", kwargs={"uid": step.uid})
    assert client.post(press, {"outcome": "dropped"})["Location"] == page
    step.refresh_from_db()
    assert step.outcome == "dropped"
    assert "Lend her the book" not in words_of(client.get(page))


def test_today_tells_whose_it_is(cast: Cast, met: Person) -> None:
    at = Moment(timezone.now())
    agreed(cast, met, words="Soon", due_on=at.today + timedelta(days=2))
    agreed(cast, met, words="Late", due_on=at.today - timedelta(days=2))
    agreed(cast, met, words="Far off", due_on=at.today + timedelta(days=40))
    agreed(cast, met, "organiser", words="Somebody else's")
    agreed_now = agreed_steps(cast.leader, at)
    assert agreed_now.introductions == []
    assert [(line.title, bool(line.late)) for line in agreed_now.steps] == [("Late", True), ("Soon", False)]

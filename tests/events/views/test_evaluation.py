"""Saying how it was, the circle of what everybody said, and jobs made of it."""

from django.urls import reverse

from m4c.events.models import Evaluation, Event, Job
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.evaluation import Said, evaluate
from tests.cast import Cast
from tests.events.views.test_afterwards import HELD, address
from tests.factories import NOW, gathering, queries_of, signed_in, words_of

SAID = {"feelings": "Proud", "learnt": "To begin on time.", "grew": "Kofi spoke.", "next": "- Book the hall\n- Tea"}


def over(cast: Cast) -> Event:
    """An event that is over, where the member was."""
    event = gathering(cast, days=HELD)
    record_attendance(event=event, person=cast.person("member"), by=cast.operator)
    return event


def test_a_member_says_how_it_was_and_says_it_anew(cast: Cast) -> None:
    event, client = over(cast), signed_in(cast, "member")
    assert address("evaluate", event) in words_of(client.get(address("event", event)))
    client.post(address("evaluate", event), SAID)
    assert "To begin on time." in words_of(client.get(address("evaluate", event)))
    client.post(address("evaluate", event), SAID | {"feelings": "Proud and tired"})
    assert Evaluation.objects.get().feelings == "Proud and tired"
    text = words_of(client.get(address("evaluations", event)))
    assert "Proud and tired" in text
    assert "Make it a job" not in text


def test_a_refused_form_keeps_its_words(cast: Cast) -> None:
    event = over(cast)
    response = signed_in(cast, "member").post(address("evaluate", event), SAID | {"feelings": " "})
    assert "To begin on time." in words_of(response, 422)
    assert not Evaluation.objects.exists()


def test_who_was_not_there_is_not_asked(cast: Cast) -> None:
    event, client = over(cast), signed_in(cast, "editor")
    assert client.get(address("evaluate", event)).status_code == 404
    assert "Nobody has said yet" in words_of(client.get(address("evaluations", event)))


def test_a_leader_reads_the_circle_and_makes_a_job_of_a_line(cast: Cast) -> None:
    event, client = over(cast), signed_in(cast, "leader")
    evaluation = evaluate(event=event, said=Said(**SAID), at=NOW, by=cast.member)
    text = words_of(client.get(address("evaluations", event)))
    for told in ("Proud", "To begin on time.", "Kofi spoke.", "Book the hall", "Kofi Mensah", "Make it a job"):
        assert told in text
    make = reverse("make-job-of-evaluation", kwargs={"uid": evaluation.uid})
    client.post(make, {"step": "1"})
    assert [job.what for job in Job.objects.all()] == ["Tea"]
    assert "A job of the group" in words_of(client.get(address("evaluations", event)))
    assert client.post(make, {"step": "one"}).status_code == 404
    assert "Book the hall" in words_of(client.get(address("evaluations-paper", event)))


def test_of_what_a_member_said_another_member_reads_nothing(cast: Cast) -> None:
    event = over(cast)
    evaluate(event=event, said=Said(**SAID), at=NOW, by=cast.member)
    client = signed_in(cast, "treasurer")
    for page in ("evaluations", "evaluations-paper", "event"):
        text = words_of(client.get(address(page, event)))
        assert ("Proud" in text, "Evaluated by" in text) == (False, False)
    assert "Evaluated by 1 person" in words_of(signed_in(cast, "leader").get(address("event", event)))


def test_it_is_taken_back(cast: Cast) -> None:
    event, client = over(cast), signed_in(cast, "member")
    evaluation = evaluate(event=event, said=Said(**SAID), at=NOW, by=cast.member)
    client.post(reverse("withdraw-evaluation", kwargs={"uid": evaluation.uid}))
    assert not Evaluation.objects.exists()


def test_the_circle_costs_the_same_whatever_its_length(cast: Cast) -> None:
    event, client = over(cast), signed_in(cast, "leader")
    evaluate(event=event, said=Said(**SAID), at=NOW, by=cast.member)
    queries_of(client, address("evaluations", event))
    few = queries_of(client, address("evaluations", event))
    evaluate(event=event, said=Said(**SAID), at=NOW, by=cast.leader)
    evaluate(event=event, said=Said("Tired"), at=NOW, by=cast.organiser)
    assert queries_of(client, address("evaluations", event)) == few <= 30

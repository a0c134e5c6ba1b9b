"""The forms by which a commitment is written down, put right and changed, each sent as a browser does."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from m4c.commitments.models import (
    Amendment,
    Answer,
    Ask,
    Commitment,
    Condition,
    ConditionState,
    DueDate,
    Inheritance,
    Milestone,
)
from tests.cast import Cast
from tests.commitments.making import MADE, WORDS, a_commitment, a_condition, a_speaker
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY, signed_in, words_of

BOARD = "/organise/commitments/"
DAY = timedelta(days=1)


def at(commitment: Commitment, what: str = "") -> str:
    return f"{BOARD}{commitment.uid}/{what}"


def send(cast: Cast, address: str, **given: Any) -> Any:
    return signed_in(cast, "leader").post(address, given)


def filled(cast: Cast, **more: Any) -> dict[str, Any]:
    told = {
        "powerholder": a_speaker(cast).name,
        "words": WORDS,
        "made_on": str(MADE),
        "measure": "count",
        "target": "3",
        "unit": "meetings",
        "group": "cardiff",
    }
    return told | more


def test_one_is_written_down(cast: Cast) -> None:
    answer = send(cast, f"{BOARD}new/", **filled(cast, only_if="If elected", waits_for="The committee"))
    made = Commitment.objects.get()
    assert (answer.url, made.target, made.unit) == (at(made), Decimal(3), "meetings")
    assert list(Condition.objects.values_list("kind", flat=True)) == ["condition", "dependency"]


def test_a_refused_form_keeps_its_words(cast: Cast) -> None:
    text = words_of(send(cast, f"{BOARD}new/", **filled(cast, target="")), 422)
    assert ("Say how much" in text, WORDS in text, Commitment.objects.count()) == (True, True, 0)


def test_one_comes_out_of_an_answer(cast: Cast) -> None:
    asked: dict[str, Any] = {"words": "Will you meet us?", "powerholder": a_speaker(cast), "asked_on": MADE}
    ask = Ask.objects.create(group=cast.cardiff, made_by=cast.organiser, made_at=NOW, **asked)
    said: dict[str, Any] = {"kind": "yes", "on": MADE, "says_who": "Recording", "words": "Yes, three times."}
    answer = Answer.objects.create(ask=ask, typed_by=cast.organiser, typed_at=NOW, **said)
    address = f"{BOARD}new/?answer={answer.uid}"
    assert "Yes, three times." in words_of(signed_in(cast, "leader").get(address))
    send(cast, address, **filled(cast))
    assert (Commitment.objects.get().answer, Commitment.objects.get().ask) == (answer, ask)
    assert signed_in(cast, "leader").get(f"{BOARD}new/?answer=nonsense").status_code == 404
    campaign = a_campaign(cast)
    assert campaign.name in words_of(signed_in(cast, "leader").get(f"{BOARD}new/?campaign={campaign.uid}"))


def test_one_is_put_right(cast: Cast) -> None:
    made = a_commitment(cast, campaign=a_campaign(cast))
    page = words_of(signed_in(cast, "leader").get(at(made, "edit/")))
    assert ("What was wrong" in page, "Only if" in page) == (True, False)
    right = filled(cast, occasion="The assembly", campaign=str(made.campaign.uid) if made.campaign else "")
    assert send(cast, at(made, "edit/"), **right).url == at(made)
    made.refresh_from_db()
    assert (made.occasion, made.due_on, made.campaign is None) == ("The assembly", TODAY + 60 * DAY, False)
    assert send(cast, at(made, "edit/"), **right | {"words": "Other words"}).status_code == 422
    assert send(cast, at(made, "edit/"), **right | {"words": "Other words", "why": "Misheard"}).url == at(made)
    assert "Other words" in words_of(signed_in(cast, "leader").get(at(made)))


def test_terms_change_by_their_forms(cast: Cast) -> None:
    made, other = a_commitment(cast), a_commitment(cast, words="Two meetings and a letter")
    day, today = str(TODAY - DAY), str(TODAY)
    after = a_speaker(cast, "New minister").name
    forms: tuple[tuple[str, dict[str, str], Any], ...] = (
        ("due/", {"due_on": "2027-05-06", "because": "It was called", "known_on": today}, DueDate),
        ("milestones/", {"on": day, "level": "1", "known_on": today}, Milestone),
        ("conditions/", {"words": "If elected", "kind": "condition"}, Condition),
        ("amending/", {"words": "Two", "because": "We asked", "agreed_with": "Her office", "on": day}, Amendment),
        ("successor/", {"powerholder": after, "on": day, "stance": "silent"}, Inheritance),
    )
    for what, given, model in forms:
        before = model.objects.filter(commitment=made).count()
        refused = send(cast, at(made, what), nothing="at all")
        assert (refused.status_code, send(cast, at(made, what), **given).url) == (422, at(made))
        assert model.objects.filter(commitment=made).count() == before + 1
    send(cast, at(made, "replacing/"), instead=str(other.uid), on=today)
    made.refresh_from_db()
    assert made.superseded_by == other
    send(cast, at(made, "standing-again/"))
    made.refresh_from_db()
    assert made.superseded_by is None


def test_a_condition_is_said_to_have_failed_and_that_is_struck(cast: Cast) -> None:
    condition = a_condition(cast, a_commitment(cast))
    address = f"{BOARD}conditions/{condition.uid}/"
    assert "If elected" in words_of(signed_in(cast, "leader").get(address))
    assert send(cast, address, state="failed", on=str(TODAY)).status_code == 422
    send(cast, address, state="failed", on=str(TODAY), evidence="The result", says_who="The returning officer")
    state = ConditionState.objects.get()
    assert str(state.uid) in words_of(signed_in(cast, "leader").get(at(state.commitment)))
    send(cast, f"{BOARD}condition-states/{state.uid}/striking/")
    state.refresh_from_db()
    assert state.struck_at is not None


def test_a_milestone_is_taken_off(cast: Cast) -> None:
    made = a_commitment(cast)
    send(cast, at(made, "milestones/"), on=str(TODAY), level="1", known_on=str(TODAY))
    send(cast, f"{BOARD}milestones/{Milestone.objects.get().uid}/off/")
    assert Milestone.objects.count() == 0


def test_a_keeper_is_named_and_an_import_looked_over(cast: Cast) -> None:
    made = a_commitment(cast)
    person = cast.person("leader")
    send(cast, at(made, "keeper/"), keeper=person.name, **{"keeper-chosen": str(person.uid)})
    Commitment.objects.update(to_review="Which office?")
    assert "Which office?" in words_of(signed_in(cast, "leader").get(at(made)))
    send(cast, at(made, "looking-over/"))
    made.refresh_from_db()
    assert (made.keeper, made.to_review) == (person, "")

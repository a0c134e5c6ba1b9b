"""Affiliations go step by step, and no step is told without its day."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import AffiliationStep
from m4c.commitments.operations.affiliation import AffiliationRefused, NewStep, begin_affiliation, step_affiliation
from tests.cast import Cast
from tests.commitments.covenanting import SINCE, an_affiliation
from tests.factories import NOW, TODAY, doers
from tests.power.recording import council_of


def test_it_begins_by_a_step_and_is_on_record_once(cast: Cast) -> None:
    an_affiliation(cast)
    with pytest.raises(AffiliationRefused):
        an_affiliation(cast)
    body = council_of(cast, "Trades council", kind="other")
    given: dict[str, Any] = {
        "group": cast.cardiff,
        "body_words": "",
        "step": NewStep("granted", TODAY, says_who="Its minutes"),
    }
    assert begin_affiliation(**given, body=body, at=NOW, by=cast.leader).body_words == "Trades council"
    with pytest.raises(AffiliationRefused):
        begin_affiliation(**given, at=NOW, by=cast.leader)


def test_steps_follow_each_other(cast: Cast) -> None:
    one = an_affiliation(cast)
    for state, more in (
        ("conditional", {"hangs_on": "The committee"}),
        ("granted", {"says_who": "A letter"}),
        ("ended", {"says_who": "The annual meeting"}),
        ("sought", {}),
        ("refused", {"says_who": "A letter"}),
    ):
        step_affiliation(affiliation=one, step=NewStep(state, TODAY, **more), at=NOW, by=cast.leader)
    assert AffiliationStep.objects.filter(affiliation=one).values_list("state", flat=True)[0] == "refused"


@pytest.mark.parametrize(
    ("state", "more"),
    [
        ("ended", {"says_who": "Us"}),
        ("conditional", {}),
        ("granted", {}),
        ("granted", {"says_who": "Us", "on": SINCE - timedelta(days=1)}),
        ("granted", {"says_who": "Us", "on": TODAY + timedelta(days=1)}),
    ],
)
def test_a_step_that_does_not_follow_is_refused(cast: Cast, state: str, more: dict) -> None:
    one = an_affiliation(cast)
    with pytest.raises(AffiliationRefused):
        step_affiliation(affiliation=one, step=NewStep(**{"state": state, "on": TODAY} | more), at=NOW, by=cast.leader)


def test_who_may(cast: Cast) -> None:
    one = an_affiliation(cast)
    step = NewStep("conditional", TODAY, hangs_on="The committee")
    done = doers(lambda by: step_affiliation(affiliation=one, step=step, at=NOW, by=by), cast)
    assert done == {"leader", "organiser", "national_organiser"}

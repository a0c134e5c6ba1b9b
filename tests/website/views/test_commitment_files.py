"""Public commitments for machines: feed, CSV and JSON say what the pages say, and no private name."""

import csv
import io
import json
from decimal import Decimal

from django.test import Client

from m4c.commitments.models import Condition, ConditionState
from tests.campaigns.press.telling import a_councillor, an_owner
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import a_promise, an_entry
from tests.factories import NOW, TODAY, words_of

HERE = "/commitments/"


def test_json_has_totals_that_add_up(cast: Cast) -> None:
    someone = a_councillor(cast)
    made = a_public_promise(cast, someone, measure="count", target=Decimal(3), unit="meetings")
    an_entry(cast, made, kind="reached", amount=Decimal(1))
    a_public_promise(cast, someone, due_on=TODAY)
    a_promise(cast, someone)
    told = json.loads(Client().get(f"{HERE}commitments.json").content)
    assert told["totals"] == {"in_progress": 1, "overdue": 1}
    one = next(row for row in told["commitments"] if row["status"] == "in_progress")
    assert (one["done"], one["target"], one["speaker"]) == ("1", "3", "Cllr Rhian Cabinet")
    late = next(row for row in told["commitments"] if row["status"] == "overdue")
    assert (late["overdue_days"] > 0, late["page"].startswith("http")) == (True, True)


def test_conditions_are_told_by_where_they_stand(cast: Cast) -> None:
    made = a_public_promise(cast)
    given = {"commitment": made, "made_by": cast.organiser, "made_at": NOW}
    condition = Condition.objects.create(words="if elected", **given)
    assert (
        json.loads(Client().get(f"{HERE}commitments.json?page=1").content)["commitments"][0]["condition_state"]
        == "open"
    )
    state = {"commitment": made, "condition": condition, "by": cast.organiser, "at": NOW}
    ConditionState.objects.create(state="met", on=TODAY, **state)
    assert (
        json.loads(Client().get(f"{HERE}commitments.json?page=2").content)["commitments"][0]["condition_state"] == "met"
    )


def test_csv_runs_no_formula_and_says_no_private_name(cast: Cast) -> None:
    a_public_promise(cast, an_owner(cast), words="=HYPERLINK(1)", made_to="Mr Kapadia's tenants")
    rows = list(csv.DictReader(io.StringIO(Client().get(f"{HERE}commitments.csv").content.decode("utf-8-sig"))))
    assert (rows[0]["words"], rows[0]["speaker"]) == ("'=HYPERLINK(1)", "the owner")
    assert "Kapadia" not in str(rows)


def test_the_feed_tells_what_moved(cast: Cast) -> None:
    made = a_public_promise(cast)
    an_entry(cast, made)
    text = words_of(Client().get(f"{HERE}feed.xml"))
    assert ("Cllr Rhian Cabinet: kept" in text, f"/commitments/{made.slug}/" in text) == (True, True)


def test_in_welsh_the_addresses_are_there_too(cast: Cast) -> None:
    a_public_promise(cast)
    assert Client().get("/cy/commitments/").status_code == 200
    assert Client().get("/cy/commitments/feed.xml").status_code == 200

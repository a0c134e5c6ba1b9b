"""What a report is asked for: presets, sensible defaults, and errors a person can mend."""

from datetime import date

import pytest
from django.http import QueryDict

from m4c.insight.forms import SoFarForm, months_before

TODAY = date(2010, 12, 1)


def asked(cast, words="", persona="organiser"):
    form = SoFarForm(QueryDict(words), account=cast.fresh(persona), today=TODAY)
    form.is_valid()
    return form


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2010, 12, 1), date(2010, 8, 1)),
        (date(2010, 2, 28), date(2009, 10, 28)),
        (date(2010, 6, 30), date(2010, 2, 28)),
        (date(2010, 4, 30), date(2009, 12, 30)),
    ],
)
def test_four_months_before(day, before):
    assert months_before(day, 4) == before


def test_an_address_without_words_means_the_last_four_months_of_ones_own_group(cast):
    form = asked(cast)
    assert form.choice == {"from": "2010-08-01", "to": "2010-12-01", "group": "cardiff"}
    assert form.preset == "months"
    assert asked(cast, persona="national_organiser").choice["group"] == ""


def test_presets_stand_for_days(cast, summer_in_cardiff):
    assert asked(cast, "period=year").choice["from"] == "2010-01-01"
    assert asked(cast, "period=all").choice == {"from": "2010-06-05", "to": "2010-12-01", "group": "cardiff"}
    assert asked(cast, "period=all&group=st-mellons").choice["from"] == "2010-07-07"
    assert asked(cast, "period=nonsense").sentences == ["This field is required."] * 2


def test_all_time_of_nothing_is_the_last_four_months(cast):
    assert asked(cast, "period=all").choice["from"] == "2010-08-01"


def test_days_may_be_written_as_people_write_them(cast):
    form = asked(cast, "from=01/06/2010&to=2010-09-30&group=cardiff")
    assert (form.choice["from"], form.choice["to"], form.preset) == ("2010-06-01", "2010-09-30", "")


@pytest.mark.parametrize(
    ("words", "field", "sentence"),
    [
        ("from=2010-09-30&to=2010-06-01", "to", "The period ends before it begins."),
        ("from=2010-06-31&to=2010-09-30", "from", "Enter a valid date."),
        ("from=2010-06-01", "to", "This field is required."),
        ("from=0001-01-01&to=2010-09-30", "from", "Choose days between 1900 and 2999."),
        (
            "group=manchester",
            "group",
            "Select a valid choice. manchester is not one of the available choices.",
        ),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(cast, words, field, sentence):
    assert asked(cast, words).errors == {field: [sentence]}


def test_groups_are_drawn_in_below_one_another(cast):
    assert asked(cast).fields["group"].choices == [("cardiff", "Cardiff"), ("st-mellons", "\N{EM SPACE}St Mellons")]
    everything = asked(cast, persona="national_organiser").fields["group"].choices
    assert [slug for slug, _label in everything][:5] == ["", "wales", "cardiff", "st-mellons", "swansea"]


def test_a_coalition_has_no_group_to_report_on(cast):
    assert not asked(cast, persona="coalition_organiser").has_groups

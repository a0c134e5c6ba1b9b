"""Panels: those that the account may see and that have something to show, in order."""

from django.db.models import Q

from m4c.core.panels import Panel, draw
from m4c.core.permissions import SEE_AUDIT, SIGNED_IN
from m4c.core.register import Register
from m4c.core.visibility import Rows
from m4c.people.models import Person
from tests.cast import Cast


def test_draw_leaves_out_the_closed_and_the_empty_and_keeps_the_order(cast: Cast):
    panels: Register[Panel] = Register("Panels of a test.")
    panels.add("later", Panel("Later", "a.html", lambda account, record: {"record": record}, SIGNED_IN, 20))
    panels.add("first", Panel("First", "b.html", lambda account, record: {"account": account}, SIGNED_IN, 10))
    panels.add("empty", Panel("Empty", "c.html", lambda account, record: None, SIGNED_IN, 5))
    panels.add("closed", Panel("Closed", "d.html", lambda account, record: {}, SEE_AUDIT, 1))
    drawn = draw(panels, cast.organiser, "a record")

    assert [(panel.title, panel.template, panel.context) for panel in drawn] == [
        ("First", "b.html", {"account": cast.organiser}),
        ("Later", "a.html", {"record": "a record"}),
    ]


def test_what_a_panel_would_show_is_read_only_where_there_are_rows(cast: Cast, django_assert_num_queries):
    def never(account: object, record: object) -> dict[str, object]:
        raise AssertionError("there is nothing to show")

    panels: Register[Panel] = Register("Panels of a test.")
    bethan = cast.person("member")
    there, none = Rows(Person, Q(pk=bethan.pk)), Rows(Person, Q(pk=None))
    panels.add("there", Panel("There", "a.html", lambda account, record: {}, SIGNED_IN, 10, lambda person: there))
    panels.add("none", Panel("None", "b.html", never, SIGNED_IN, 20, lambda person: none))

    with django_assert_num_queries(1):
        assert [panel.title for panel in draw(panels, cast.organiser, bethan)] == ["There"]


def test_a_panel_without_rows_shows_what_it_shows_all_the_same(cast: Cast):
    panels: Register[Panel] = Register("Panels of a test.")
    bethan, none = cast.person("member"), Rows(Person, Q(pk=None))
    bare = Panel(
        "Bare",
        "a.html",
        lambda account, record: {"found": True},
        SIGNED_IN,
        10,
        rows=lambda person: none,
        bare=lambda account, record: {"found": False},
    )
    panels.add("bare", bare)
    assert [panel.context for panel in draw(panels, cast.organiser, bethan)] == [{"found": False}]


def test_a_panel_presses_by_its_order_or_as_its_context_says(cast: Cast):
    panels: Register[Panel] = Register("Panels of a test.")
    panels.add("always", Panel("Always", "a.html", lambda account, record: {}, SIGNED_IN, 5))
    panels.add("over", Panel("Over", "b.html", lambda account, record: {"presses": False}, SIGNED_IN, 6))
    panels.add("now", Panel("Now", "c.html", lambda account, record: {"presses": True}, SIGNED_IN, 20))
    panels.add("never", Panel("Never", "d.html", lambda account, record: {}, SIGNED_IN, 21))
    drawn = draw(panels, cast.organiser, "a record")

    assert [panel.title for panel in drawn if panel.is_pressing] == ["Always", "Now"]

"""Panels: those that the account may see and that have something to show, in order."""

from m4c.core.panels import Panel, draw
from m4c.core.permissions import SEE_AUDIT, SIGNED_IN
from m4c.core.register import Register
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

"""Where someone stands in a job of several steps."""

from m4c.core.components.steps import Step, place


def test_steps_are_done_now_and_next():
    assert place([("Columns", "/columns/"), "Preview", "Import"], 2) == [
        Step("Columns", "/columns/", "done"),
        Step("Preview", "", "now"),
        Step("Import", "", "next"),
    ]

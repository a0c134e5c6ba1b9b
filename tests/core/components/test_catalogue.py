"""The catalogue of components: what their templates declare."""

import pytest

from m4c.core.components.catalogue import Input, inputs, names


def test_components_are_called_as_their_tags():
    assert {"date-chip", "story-card"} <= set(names())
    assert names() == sorted(names())


def test_inputs_come_with_their_defaults():
    assert inputs("progress") == [
        Input("value", "0", True),
        Input("max", "100", True),
        Input("label", "", False),
        Input("detail", "", False),
    ]


def test_no_such_component():
    with pytest.raises(FileNotFoundError):
        inputs("carousel")

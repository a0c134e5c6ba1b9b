"""Tables created together are those that would have been created one by one."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import models
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ProjectState

from m4c.core.create_together import CreateTogether

LAMPS = CreateModel("Lamp", [("id", models.BigAutoField(primary_key=True)), ("at", models.TextField())])
HOUSES = CreateModel(
    "House",
    [("id", models.BigAutoField(primary_key=True)), ("lamp", models.ForeignKey("core.Lamp", models.PROTECT))],
)


@pytest.fixture
def editor() -> Any:
    """Remembers by name what it would have created and dropped."""
    done: list[str] = []
    return SimpleNamespace(
        connection=SimpleNamespace(alias="default"),
        create_model=lambda model: done.append(f"create {model.__name__}"),
        delete_model=lambda model: done.append(f"drop {model.__name__}"),
        done=done,
    )


def test_the_state_knows_them_and_how_they_refer_to_one_another():
    state = ProjectState()
    assert state.apps.get_models() == []  # drawn up already, as in the midst of a migration

    CreateTogether([HOUSES, LAMPS]).state_forwards("core", state)

    house, lamp = (state.apps.get_model("core", name) for name in ("House", "Lamp"))
    assert house._meta.get_field("lamp").related_model is lamp


def test_they_are_created_in_order_and_dropped_the_other_way_round(editor: Any):
    before, after = ProjectState(), ProjectState()
    together = CreateTogether([LAMPS, HOUSES])
    together.state_forwards("core", after)

    together.database_forwards("core", editor, before, after)
    together.database_backwards("core", editor, after, before)

    assert editor.done == ["create Lamp", "create House", "drop House", "drop Lamp"]
    assert together.describe() == "Create 2 tables together"

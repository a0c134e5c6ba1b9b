"""Writing down who holds which office by a table: only for whoever may load, and a load goes on where it broke off."""

from pathlib import Path
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.power.loading.opening import open_table
from m4c.power.loading.running import looked_over
from m4c.power.models import PowerLoad
from m4c.power.operations.loading import begin_load, end_tenures, finish_load, write_holders
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.power.loading.loading import ALDERSHOT, OWN, holding, mp, written


def test_a_load_that_broke_off_goes_on(cast: Cast, tmp_path: Path) -> None:
    file = written(tmp_path, OWN + mp("Ann Oak", ALDERSHOT))
    given: Any = {"source": "csv", "file_name": "a.csv", "digest": "abc", "as_it_stood": TODAY, "at": NOW}
    plan = looked_over(open_table(file), file, TODAY)[0]
    plan.load = begin_load(**given, by=cast.operator)
    write_holders(plan=plan, rows=list(open_table(file).rows()), by=cast.operator)
    assert begin_load(**given, by=cast.operator) == plan.load
    end_tenures(endings={}, by=cast.operator)
    finish_load(load=plan.load, plan=plan, by=cast.operator)
    assert holding() == ["Ann Oak"]
    assert PowerLoad.objects.get().counts["new"] == 1


def test_an_organiser_loads_nothing(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        begin_load(source="csv", file_name="a", digest="b", as_it_stood=TODAY, at=NOW, by=cast.organiser)
    with pytest.raises(NotAllowed):
        end_tenures(endings={}, by=cast.organiser)

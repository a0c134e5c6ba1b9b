"""`m4c load school-holidays`: a table that councils publish, once however often it is loaded."""

from pathlib import Path

from click.testing import CliRunner

from m4c.cli.load import load
from m4c.events.models import SchoolHoliday
from tests.cast import Cast
from tests.importing import data_folder

__all__ = ["data_folder"]


def test_school_holidays_are_loaded_once(cast: Cast, data_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "holidays.csv"
    file.write_text("area,name,first day,last day,source\nCardiff,half-term,2027-02-15,2027-02-19,the council\n")
    for _time in range(2):
        said = CliRunner().invoke(load, ["school-holidays", str(file)], catch_exceptions=False).stdout
        assert said == "1 school holidays are written down.\n"
    assert list(SchoolHoliday.objects.values_list("area", "name")) == [("Cardiff", "half-term")]

"""Which kind of sheet a file is taken for where nobody says: by its columns, then its name, then by what it asks."""

from io import BytesIO

import pytest

from m4c.people.imports.files import guess_kind, keep_file, open_given
from m4c.people.models import SheetImport
from tests.importing import HEADERS, data_folder

__all__ = ["data_folder"]

NAMES = "First name,Last name,Email,Phone"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("headers", "file_name", "kind"),
    [
        (NAMES, "members.csv", "people"),
        (NAMES, "sign-in cardiff.csv", "signin"),
        (NAMES, "2010-06-05_cardiff_full.csv", "signin"),
        (HEADERS, "members.csv", "signin"),
    ],
)
def test_a_plain_list_is_of_people_unless_its_name_or_columns_say_more(headers: str, file_name: str, kind: str):
    given = SheetImport(file_name=file_name)
    keep_file(given, BytesIO(f"{headers}\nNerys,Quaye,nerys@example.org,07700 900411\n".encode()))
    assert guess_kind(open_given(given), file_name).name == kind

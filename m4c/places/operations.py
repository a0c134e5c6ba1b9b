"""Loading a full postcode directory, a piece at a time. `directory.load_postcode_directory` calls these in order."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.core.visibility import Sighted
from m4c.places.directory_file import UnitRow
from m4c.places.models import Area, Kind, PostcodeDirectory, PostcodeUnit
from m4c.places.permissions import LOAD_POSTCODES

SOURCE = "postcode-directory"
# Wards and councils are redrawn most years, so a code that is new to us is a new area. These are redrawn seldom and
# all at once: a code that is new to us is of another set, and mixing sets would send letters to the wrong MP.
REDRAWN = {Kind.COUNCIL, Kind.WARD}


class AnotherSet(Refused):
    """The file's constituencies are not those we know."""

    code = "another_set"


@operation(LOAD_POSTCODES, on=None)
def begin_directory(
    *, title: str, fingerprint: str, northern_ireland: bool, at: datetime, by: Sighted
) -> PostcodeDirectory:
    """The directory of that file, begun now or, when the same was begun before, as far as it came.

    `fingerprint` is the SHA-256 of the file; with and without Northern Ireland are two directories.
    """
    directory, _made = PostcodeDirectory.objects.get_or_create(
        fingerprint=fingerprint, northern_ireland=northern_ireland, defaults={"title": title[:200], "begun_at": at}
    )
    return directory


@operation(LOAD_POSTCODES, on=None)
def add_postcodes(
    *, directory: PostcodeDirectory, rows: Collection[UnitRow], rows_read: int, by: Sighted
) -> PostcodeDirectory:
    """Write these rows over what was known of their postcodes, and how far the file was read by now.

    Raises AnotherSet where a constituency's code is of another set of boundaries.
    """
    distinct = {row.postcode: row for row in rows}.values()
    keys = area_keys(distinct)
    PostcodeUnit.objects.bulk_create(
        [
            PostcodeUnit(
                postcode=row.postcode,
                latitude=row.latitude,
                longitude=row.longitude,
                ended=row.ended,
                **{f"{kind.value}_id": keys.get((kind, code)) for kind, (code, _vintage) in row.areas.items()},
            )
            for row in distinct
        ],
        update_conflicts=True,
        unique_fields=["postcode"],
        update_fields=["latitude", "longitude", "ended", "nation", "council", "ward", "constituency", "police"],
    )
    directory.rows_read = rows_read
    directory.save(update_fields=["rows_read"])
    return directory


@operation(LOAD_POSTCODES, on=None)
def finish_directory(*, directory: PostcodeDirectory, at: datetime, by: Sighted) -> PostcodeDirectory:
    """Mark the directory as read to its end."""
    directory.finished_at = at
    directory.save(update_fields=["finished_at"])
    return directory


def area_keys(rows: Collection[UnitRow]) -> dict[tuple[Kind, str], int]:
    """The ids of the areas that rows name, by kind and code; wards and councils not known before are made."""
    wanted = {(kind, code): vintage for row in rows for kind, (code, vintage) in row.areas.items()}
    codes = {code for _kind, code in wanted}
    known = Area.objects.filter(code__in=codes).order_by("vintage").values_list("kind", "code", "pk")
    keys = {(Kind(kind), code): pk for kind, code, pk in known}
    unknown = {key: vintage for key, vintage in wanted.items() if key not in keys}
    for kind, code in unknown:
        if kind is Kind.CONSTITUENCY:
            raise AnotherSet(
                _("The constituency {code} is not one of July 2024. Please take a directory of 2024 or later.").format(
                    code=code
                )
            )
    new = [
        Area(kind=kind, code=code, vintage=vintage, source=SOURCE)
        for (kind, code), vintage in unknown.items()
        if kind in REDRAWN
    ]
    return keys | {(Kind(area.kind), area.code): area.pk for area in Area.objects.bulk_create(new)}

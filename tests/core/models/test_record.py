"""A record's name as it was typed is read in one way."""

from uuid import UUID

import pytest

from m4c.core.models.record import new_uid, uid_of

NAME = "01990a7e-1111-7222-8333-444455556666"


@pytest.mark.parametrize("typed", [NAME, NAME.upper(), NAME.replace("-", ""), UUID(NAME)])
def test_a_name_is_read_however_it_is_written(typed: object) -> None:
    assert uid_of(typed) == UUID(NAME)


@pytest.mark.parametrize("typed", [None, "", "1", "all", f"{NAME}0", "\0", 7, [], b"x"])
def test_nonsense_is_no_name(typed: object) -> None:
    assert uid_of(typed) is None


def test_a_fresh_name_is_one() -> None:
    uid = new_uid()
    assert uid_of(uid) is uid

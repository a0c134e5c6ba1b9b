"""What one alone may read, and the copy made for whom it is about."""

from pathlib import Path

import pytest
from django.utils import timezone

from m4c.people.models import AccessPack
from tests.access.private_notes.planted import Planted, plant
from tests.cast import Cast
from tests.importing import data_folder
from tests.people.access.copies import copy_of

__all__ = ["data_folder"]


@pytest.fixture
def plain_refusals() -> None:
    """Refusals as they are, here: drawn and logged."""


@pytest.fixture
def planted(cast: Cast) -> Planted:
    """Whatever the leader can write down for herself alone."""
    return plant(cast, timezone.now())


@pytest.fixture
def pack(cast: Cast, planted: Planted, data_folder: Path) -> AccessPack:
    """The copy of all that we hold on her, made by whoever answers for data protection."""
    return copy_of(cast, planted.amal, where="amal.yusuf@example.org")

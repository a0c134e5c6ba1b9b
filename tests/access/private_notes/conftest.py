"""What one alone may read, and the copy made for whom it is about."""

from pathlib import Path

import pytest
from django.utils import timezone

from m4c.core.worker import run_waiting
from m4c.people.models import AccessPack
from m4c.people.operations import access_pack
from m4c.people.operations.rights_request import Asked, check_identity, take_in_request
from tests.access.private_notes.planted import Planted, plant
from tests.cast import Cast
from tests.factories import TODAY
from tests.importing import data_folder

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
    lead, now = cast.data_protection, timezone.now()
    asked = Asked("access", "email", planted.amal.name, TODAY, "amal.yusuf@example.org")
    request = take_in_request(group=cast.movement, asked=asked, person=planted.amal, by=lead)
    check_identity(request=request, how="She rang from her number", on=TODAY, by=lead)
    for section in access_pack.look_through(request=request, by=lead).sections:
        for entry in section.to_look_through:
            access_pack.decide(request=request, entry=entry.held.entry, choice="include", at=now, by=lead)
    made = access_pack.ask_for_pack(request=request, at=now, by=lead)
    run_waiting()
    made.refresh_from_db()
    return made

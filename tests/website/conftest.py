"""The site of the cast's movement, with files in a folder of the test's own."""

from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import Settings

from m4c.people.models import Movement
from m4c.website.operations.editors import follow_roles, set_up_moderation
from m4c.website.operations.site import lay_out
from tests.cast import Cast


@pytest.fixture
def laid_out(cast: Cast, settings: Settings, tmp_path: Path) -> Cast:
    """The cast, whose movement has its site and whose editors may write on it."""
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # Wagtail remembers there what it cut
    movement = Movement.objects.create(
        group=cast.movement, run_by="run@example.org", data_protection_contact="data@example.org"
    )
    lay_out(movement)
    set_up_moderation(movement)
    for account in cast.accounts.values():
        follow_roles(account)
    return cast

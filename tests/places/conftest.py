"""What the tests of places share."""

import pytest

from m4c.core.permissions import Role
from m4c.people.models import Account


@pytest.fixture
def operator(db):
    return Account.objects.of_system(Role.OPERATOR)

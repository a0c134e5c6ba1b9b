"""Short ways to what everybody reads of commitments, for tests."""

from typing import Any

from m4c.commitments.models import Commitment
from m4c.commitments.operations.publishing import publish_commitment
from m4c.people.models import Group
from m4c.power.models import Powerholder
from tests.campaigns.press.telling import a_councillor
from tests.cast import Cast
from tests.commitments.promising import a_promise
from tests.factories import NOW


def a_public_promise(
    cast: Cast, powerholder: Powerholder | None = None, group: Group | None = None, **more: Any
) -> Commitment:
    """One that everybody may read."""
    made = a_promise(cast, powerholder or a_councillor(cast), group, **more)
    publish_commitment(commitment=made, at=NOW, by=cast.operator)
    return made

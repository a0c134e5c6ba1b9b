"""Work out anew where commitments stand, where that was never done or what counts as soon was changed."""

from django.conf import settings
from django.db.models import Exists, OuterRef

from m4c.commitments.models import Commitment, Standing
from m4c.commitments.permissions import RESTATE_COMMITMENTS
from m4c.commitments.watching.restating import restate
from m4c.core.chunks import CHUNK
from m4c.core.operations import operation
from m4c.people.models import Account


@operation(RESTATE_COMMITMENTS, on=None, public=True)
def restate_commitments(*, by: Account, most: int = CHUNK) -> list[Commitment]:
    """Work out so many of those that stand nowhere yet, or by another setting. Returns them; none: all is done."""
    settled = Standing.objects.filter(commitment=OuterRef("pk"), soon=settings.COMMITMENT_SOON_DAYS)
    rows = list(Commitment.objects.filter(~Exists(settled)).order_by("pk")[:most])
    restate(rows)
    return rows

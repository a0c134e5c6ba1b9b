"""Where commitments stand, written down for every day: called by each operation that changes what it hangs on."""

from collections.abc import Iterable

from django.conf import settings

from m4c.commitments.models import Commitment, Standing
from m4c.commitments.watching.history import histories_of
from m4c.commitments.watching.status import spans


def restate(commitments: "Commitment | Iterable[Commitment]") -> None:
    """Write the spans of these commitments anew as they are by now, in the transaction of whoever changed them.

    Nine statements, and one more for each 500 spans.
    """
    keys = [row.pk for row in ([commitments] if isinstance(commitments, Commitment) else commitments)]
    # Whoever changes the same one at the same time waits here, so that neither misses what the other wrote.
    rows = list(Commitment.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))
    soon = settings.COMMITMENT_SOON_DAYS
    written = [
        Standing(commitment_id=pk, soon=soon, **vars(span))
        for pk, history in histories_of(rows).items()
        for span in spans(history, soon)
    ]
    Standing.objects.write_anew(keys, written)

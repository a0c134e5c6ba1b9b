"""What somebody in power reads of their promises in the copy that they may ask for."""

from collections.abc import Sequence

from m4c.commitments.models import Commitment
from m4c.power.models import Powerholder
from m4c.power.record.copying import Row, rows_of


def promises_told(powerholder: Powerholder) -> Sequence[Row]:
    """What is on record that they promised."""
    rows = Commitment.objects.filter(powerholder=powerholder)
    return rows_of(
        rows, "reference", "made_on", "occasion", "words", "measure", "target", "unit", "due_on", "due_words"
    )

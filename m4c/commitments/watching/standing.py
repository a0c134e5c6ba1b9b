"""How a commitment that somebody already sees stands on a day."""

from datetime import date

from m4c.commitments.models import Commitment, Standing, Status


def stands(commitment: Commitment, status: Status, on: date) -> bool:
    """Whether it has this status that day. One statement."""
    return Standing.objects.on(on).filter(commitment=commitment, status=status).exists()

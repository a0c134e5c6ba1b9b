"""What of a commitment stands on a page that a secret link opens: what was promised, and nothing that is ours alone."""

from dataclasses import dataclass
from datetime import date

from m4c.commitments.faces.naming import FaceNames
from m4c.commitments.models import Commitment, Measure


@dataclass(frozen=True)
class Face:
    """Who promised what and when, what counts as kept and what would show it; without a name that may not be told."""

    speaker: str
    words: str
    made_on: date
    counts_as_kept: str
    evidence_needed: str
    is_ongoing: bool


def face_of(commitment: Commitment, on: date) -> Face:
    """As it is told to whoever has the link. At most two statements."""
    holder, office = commitment.powerholder, commitment.office
    naming = FaceNames([commitment], on).of(commitment)
    then = commitment.office_words or (office.name if office else "")
    speaker = naming.called(holder)
    return Face(
        ", ".join(filter(None, (speaker, then if naming.may_name(holder) else ""))),
        naming.veil(commitment.words),
        commitment.made_on,
        naming.veil(commitment.counts_as_kept),
        naming.veil(commitment.evidence_needed),
        commitment.measure == Measure.ONGOING,
    )

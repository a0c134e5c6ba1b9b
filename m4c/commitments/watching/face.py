"""What of a commitment stands on a page that a secret link opens: what was promised, and nothing that is ours alone."""

from dataclasses import dataclass
from datetime import date

from m4c.campaigns.models import NamingDecision
from m4c.campaigns.press.naming import PUBLIC_BODIES, Naming, offices_of
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
    agreed = NamingDecision.objects.filter(campaign=commitment.campaign_id or 0, agreed=True, ended_at=None)
    naming = Naming([holder], offices_of([holder], on), set(agreed.values_list("powerholder", flat=True)))
    # Whoever promised it in a public office is named with it, also once they hold it no more.
    in_office = office is not None and office.institution.kind in PUBLIC_BODIES and not holder.is_private_owner
    if in_office:
        naming.agreed = {holder.pk}
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

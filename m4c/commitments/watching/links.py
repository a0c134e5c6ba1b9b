"""What a secret link opens: a commitment to add evidence to, or a verdict for an office to reply to."""

from datetime import date

from m4c.commitments.models import EvidenceLink, Judgement
from m4c.people.models.sign_in_link import hash_of


def link_opened_by(token: str, on: date) -> EvidenceLink | None:
    """The evidence link of this secret, while it is good; None for all others alike."""
    found = EvidenceLink.objects.filter(secret_hash=hash_of(token), ended_at=None, ends_on__gte=on)
    return found.select_related(
        "commitment__powerholder", "commitment__office__institution", "commitment__group"
    ).first()


def judgement_opened_by(token: str) -> Judgement | None:
    """The verdict that an office was told of with this secret, until it is taken back; None for all others alike."""
    found = Judgement.objects.standing().filter(reply_hash=hash_of(token))
    return found.select_related(
        "commitment__powerholder", "commitment__office__institution", "commitment__group"
    ).first()

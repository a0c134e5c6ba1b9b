"""Who may look after a commitment: those of its group who record commitments, and the keeper, whoever that is."""

from m4c.commitments.models import Commitment
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.core.errors import NotAllowed
from m4c.core.visibility import scopes_of
from m4c.people.models import Account


def may_keep(commitment: Commitment, account: Account) -> bool:
    """Whether the account may write what became of it."""
    if account.person_id and account.person_id == commitment.keeper_id:
        return True
    return account.may(RECORD_COMMITMENTS, scopes_of(commitment))


def must_keep(commitment: Commitment, by: Account) -> None:
    """Raise NotAllowed for anybody else."""
    if not may_keep(commitment, by):
        raise NotAllowed(RECORD_COMMITMENTS)

"""Asking that whoever made a commitment be named in public, who holds no public office: another person decides."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import NamingDecision
from m4c.campaigns.operations.naming_decision import NamingRefused, write_asking
from m4c.commitments.faces.naming import FaceNames
from m4c.commitments.models import Commitment
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.core.operations import operation
from m4c.people.models import Account


@operation(RECORD_COMMITMENTS, on="commitment")
def ask_to_name_speaker(*, commitment: Commitment, why: str, at: datetime, by: Account) -> list[NamingDecision]:
    """Ask it, and say why, for its campaign, or for its group where it belongs to none. Raises NamingRefused.

    What is decided holds for all that they promised there (decide_to_name, m4c/campaigns).
    """
    if FaceNames([commitment], timezone.localdate(at)).may_name(commitment):
        raise NamingRefused(_("They are named as it is."), code="public")
    return write_asking(commitment.campaign or commitment.group, commitment.powerholder, why, at, by)

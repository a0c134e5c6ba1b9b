"""What public pages add to a commitment's page in the workspace: whether everybody reads it, and what they read."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.commitments.commitment_panels import BESIDE, COMMITMENT_PANELS, COMMITMENT_TABS, CommitmentTab
from m4c.commitments.models import Commitment
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.panels import Panel
from m4c.people.models import Account


def face_of(account: Account, commitment: Commitment) -> dict[str, Any]:
    """Whether it is public. No statement."""
    return {"commitment": commitment, "is_public": commitment.is_public}


def register() -> None:
    """Put it on the page, and the page itself among its tabs."""
    panel = Panel(_("Everybody"), "commitments/face_panel.html", face_of, SEE_COMMITMENTS, BESIDE + 30)
    COMMITMENT_PANELS.add("commitments.faces", panel)
    COMMITMENT_TABS.add("commitment", CommitmentTab(_("At a glance"), "commitment", SEE_COMMITMENTS, 10))
    COMMITMENT_TABS.add("face", CommitmentTab(_("The public page"), "commitment-public-page", SEE_COMMITMENTS, 90))

"""Whether whoever made a commitment is named in public: what was asked and decided of it, and who may say so now."""

from typing import Any

from m4c.campaigns.models import NamingDecision
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.campaigns.press.forms import AskToNameForm, DecideForm
from m4c.commitments.models import Commitment
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.watching.clock import of_what
from m4c.core.visibility import scopes_of
from m4c.people.models import Account
from m4c.people.naming import with_doer


def decision_of(account: Account, commitment: Commitment) -> NamingDecision | None:
    """The decision that stands, or waits, of those that the account sees. One statement."""
    seen = NamingDecision.objects.visible_to(account).filter(**of_what(commitment), ended_at=None)
    return seen.filter(powerholder=commitment.powerholder_id).select_related("asked_by__person").first()


def context_of(account: Account, commitment: Commitment) -> dict[str, Any]:
    """What the page of the decision reads."""
    decision, scopes = decision_of(account, commitment), scopes_of(commitment)
    may_decide = account.may(PUBLISH_CAMPAIGNS, scopes_of(decision) if decision else scopes)
    waits = decision is not None and decision.decided_at is None
    return {
        "decision": decision,
        "asked_by": with_doer(account, [decision], "asked_by")[0][1] if decision else "",
        "waits": waits,
        "may_decide": may_decide and waits and decision is not None and decision.asked_by_id != account.pk,
        "may_end": may_decide and decision is not None and decision.agreed is True,
        "may_ask": account.may(RECORD_COMMITMENTS, scopes) and (decision is None or decision.agreed is False),
        "ask_form": AskToNameForm(),
        "decide_form": DecideForm(),
    }

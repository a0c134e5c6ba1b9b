"""Refer to the safeguarding lead that someone may be at risk, and record what became of it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.people.models import Account, Group, Person, Referral, ReferralStep, SafetyNotice
from m4c.people.operations.must_see import must_see
from m4c.people.operations.safety_notice import tell
from m4c.people.permissions import REFER, SEE_REFERRALS

ORDER = list(ReferralStep.State)


class ReferralRefused(Refused):
    """The referral would not say enough, or is past that step."""


@operation(REFER, on="group")
def refer(
    *,
    group: Group,
    about_words: str,
    seen: str,
    urgency: str,
    at: datetime,
    by: Account,
    about: Person | None = None,
) -> Referral:
    """Tell the safeguarding lead of a group. Nothing of it goes into the person's record, the ledger or the audit.

    `about` is a person whom the account may see. Raises ReferralRefused, Unseen.
    """
    must_see([about], by)
    who = about_words.strip() or (about.name if about else "")
    if not who:
        raise ReferralRefused(_("Say who it is about."), field="about_words", code="nobody")
    if not seen.strip():
        raise ReferralRefused(_("Say what you saw or heard."), field="seen", code="blank")
    referral = Referral.objects.create(
        group=group, sender=by, about=about, about_words=who, seen=seen.strip(), urgency=urgency, made_at=at
    )
    tell(SafetyNotice.Kind.REFERRED, at, referral=referral)
    return referral


@operation(SEE_REFERRALS, on="referral")
def answer_referral(*, referral: Referral, state: str, at: datetime, by: Account, words: str = "") -> Referral:
    """Receive, take up or close a referral: each once, and never back. Raises ReferralRefused."""
    past = ReferralStep.objects.filter(referral=referral).values_list("state", flat=True)
    if any(ORDER.index(ReferralStep.State(state)) <= ORDER.index(ReferralStep.State(step)) for step in past):
        raise ReferralRefused(_("This referral is past that step already."), field="state", code="past")
    if state == ReferralStep.State.CLOSED and not words.strip():
        raise ReferralRefused(_("Say what was done."), field="words", code="blank")
    ReferralStep.objects.create(referral=referral, state=state, at=at, by=by, words=words.strip())
    return referral

"""How bodies are affiliated: sought, hanging on somebody's decision, granted, refused or ended, step by dated step."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Affiliation, AffiliationStep
from m4c.commitments.permissions import KEEP_COVENANTS
from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.people.models import Account, Group
from m4c.power.models import Institution

State = AffiliationStep.State
# What may follow: nothing is ended before it was granted, and what ended may be sought again.
FOLLOWS: dict[str, set[str]] = {
    "": {State.SOUGHT, State.CONDITIONAL, State.GRANTED},
    State.SOUGHT: {State.CONDITIONAL, State.GRANTED, State.REFUSED},
    State.CONDITIONAL: {State.CONDITIONAL, State.GRANTED, State.REFUSED},
    State.GRANTED: {State.ENDED},
    State.REFUSED: {State.SOUGHT, State.CONDITIONAL},
    State.ENDED: {State.SOUGHT, State.CONDITIONAL, State.GRANTED},
}


class AffiliationRefused(Refused):
    """The step does not follow."""


@dataclass(frozen=True)
class NewStep:
    """Where it stands from a day on, who says so, and on whose decision it hangs where it does."""

    state: str
    on: date
    hangs_on: str = ""
    words: str = ""
    says_who: str = ""

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the record."""
        words = {name: getattr(self, name).strip() for name in ("hangs_on", "words", "says_who")}
        return words | {"state": self.state, "on": self.on}


@operation(KEEP_COVENANTS, on="group")
def begin_affiliation(
    *,
    group: Group,
    body_words: str,
    body: Institution | None = None,
    about: str = "",
    step: NewStep,
    at: datetime,
    by: Account,
) -> Affiliation:
    """Write down that a group belongs with a body or wants to, by its first step. Raises AffiliationRefused."""
    called = body_words.strip() or str(body or "")
    if not called:
        raise AffiliationRefused(_("Say with which body."), field="body_words", code="nobody")
    if Affiliation.objects.filter(group=group, body_words__iexact=called).exists():
        raise AffiliationRefused(_("That is on record: write down its next step."), field="body_words", code="known")
    check("", None, step, at)
    made = Affiliation.objects.create(
        group=group, body=body, body_words=called, about=about.strip(), made_by=by, made_at=at
    )
    AffiliationStep.objects.create(affiliation=made, by=by, at=at, **step.said)
    return made


@operation(KEEP_COVENANTS, on="affiliation")
def step_affiliation(*, affiliation: Affiliation, step: NewStep, at: datetime, by: Account) -> AffiliationStep:
    """Write down its next step. Raises AffiliationRefused for one that does not follow, or comes too early."""
    last = AffiliationStep.objects.filter(affiliation=affiliation).first()
    check(last.state if last else "", last.on if last else None, step, at)
    return AffiliationStep.objects.create(affiliation=affiliation, by=by, at=at, **step.said)


def check(state: str, since: date | None, step: NewStep, at: datetime) -> None:
    """Raise AffiliationRefused for a step that does not follow, comes too early, or says nothing of whom it needs."""
    if step.state not in FOLLOWS[state]:
        raise AffiliationRefused(_("That does not follow from where it stands."), field="state", code="no_step")
    if step.on > timezone.localdate(at) or (since and step.on < since):
        raise AffiliationRefused(_("It lies between the step before and today."), field="on", code="wrong_day")
    if step.state == State.CONDITIONAL and not step.hangs_on.strip():
        raise AffiliationRefused(_("Say on whose decision it hangs."), field="hangs_on", code="whose")
    if step.state in (State.GRANTED, State.REFUSED, State.ENDED) and not step.says_who.strip():
        raise AffiliationRefused(_("Say who says so."), field="says_who", code="nobody")

"""How a commitment changed: amended by agreement, replaced by another, or left to whoever came after."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Amendment, Commitment, Inheritance
from m4c.commitments.operations.terms import must_be_known
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.record.checking import BY_NUMBER, CommitmentRefused, check_number
from m4c.commitments.table.offices import office_held
from m4c.commitments.watching.restating import restate
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.power.models import Powerholder

Stance = Inheritance.Stance


@operation(RECORD_COMMITMENTS, on="commitment", public=True)
def amend_commitment(
    *,
    commitment: Commitment,
    words: str,
    because: str,
    agreed_with: str,
    on: date,
    target: Decimal | None = None,
    at: datetime,
    by: Account,
) -> list[models.Model]:
    """Write down that both sides agreed to other words, or another number; the old ones stay. Raises CommitmentRefused.

    Amendments follow each other: none is written down before the one that came last.
    """
    must_be_known(commitment, on, timezone.localdate(at), "on")
    number = (target or commitment.target) if commitment.measure in BY_NUMBER else None
    asked = {"words": words, "because": because, "agreed_with": agreed_with}
    sentences = {
        "words": _("Write down how it reads now."),
        "because": _("Say why it changed: “because we asked”."),
        "agreed_with": _("Say with whom it was agreed: a commitment is not changed by one side."),
    }
    for field, given in asked.items():
        if not given.strip():
            raise CommitmentRefused(sentences[field], field=field, code="empty")
    if words.strip() == commitment.words and number == commitment.target:
        raise CommitmentRefused(_("That is how it reads already."), field="words", code="same")
    check_number(commitment.measure, number)
    if number is not None and number <= 0:
        raise CommitmentRefused(_("Say how much, or how often."), field="target", code="no_target")
    if Amendment.objects.filter(commitment=commitment, on__gt=on).exclude(agreed_with="").exists():
        raise CommitmentRefused(_("It was amended after that day."), field="on", code="amended_later")
    told = {name: given.strip() for name, given in asked.items() if name != "words"}
    amendment = Amendment.objects.create(
        commitment=commitment,
        on=on,
        words_before=commitment.words,
        words_after=words.strip(),
        target_before=commitment.target,
        target_after=number,
        by=by,
        at=at,
        **told,
    )
    change(commitment, words=words.strip(), target=number)
    restate(commitment)
    return [commitment, amendment]


@operation(RECORD_COMMITMENTS, on="commitment", public=True)
def supersede_commitment(
    *, commitment: Commitment, instead: Commitment, on: date, at: datetime, by: Account
) -> Commitment:
    """Say that another commitment took its place from a day on. Raises CommitmentRefused."""
    must_be_known(commitment, on, timezone.localdate(at), "on")
    if not Commitment.objects.visible_to(by).filter(pk=instead.pk).exists():
        raise CommitmentRefused(_("There is none such among those you see."), field="instead", code="unseen")
    after: Any = instead
    for _step in range(100):
        if after is None:
            break
        if after.pk == commitment.pk:
            raise CommitmentRefused(_("It would take its own place."), field="instead", code="circle")
        after = after.superseded_by
    change(commitment, superseded_by=instead, superseded_on=on)
    restate(commitment)
    return commitment


@operation(RECORD_COMMITMENTS, on="commitment", public=True)
def let_stand_again(*, commitment: Commitment, by: Account) -> Commitment:
    """Take back that another took its place: it was written down by mistake. Twice is once."""
    change(commitment, superseded_by=None, superseded_on=None)
    restate(commitment)
    return commitment


@operation(RECORD_COMMITMENTS, on="commitment", public=True)
def inherit_commitment(
    *,
    commitment: Commitment,
    powerholder: Powerholder,
    on: date,
    stance: str = Stance.SILENT,
    words: str = "",
    says_who: str = "",
    source_url: str = "",
    at: datetime,
    by: Account,
) -> Inheritance:
    """Write down who came after, and how they stand to it since a day. It stays with whoever promised.

    Raises CommitmentRefused.
    """
    must_be_known(commitment, on, timezone.localdate(at), "on")
    if powerholder.pk == commitment.powerholder_id:
        raise CommitmentRefused(_("They promised it themselves."), field="powerholder", code="same")
    if stance not in Stance.values:
        raise CommitmentRefused(_("Say how they stand to it."), field="stance", code="no_stance")
    if stance != Stance.SILENT and not says_who.strip():
        raise CommitmentRefused(_("Say who says so."), field="says_who", code="nobody")
    told = {"stance": stance, "words": words.strip(), "says_who": says_who.strip(), "source_url": source_url}
    office = office_held(powerholder, on)
    return Inheritance.objects.create(
        commitment=commitment, powerholder=powerholder, office=office, on=on, by=by, at=at, **told
    )

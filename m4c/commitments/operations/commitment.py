"""Write a commitment down, put right what was mistyped, name its keeper, and say that an imported one was looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Clause
from m4c.commitments.models import Amendment, Answer, Ask, Commitment, Condition, DueDate, Measure, Milestone
from m4c.commitments.operations.commitment_naming import saved_under_a_free_name
from m4c.commitments.operations.named import must_see_campaign, must_see_event
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.commitments.record.checking import CommitmentRefused, check, check_milestones, must_name_what_is_seen
from m4c.commitments.table.offices import in_words, office_held
from m4c.commitments.watching.restating import restate
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.listening.models import Theme
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.places.models import Area
from m4c.power.models import Institution, Office, Powerholder

APART = ("milestones", "conditions", "uid", "reference")  # of what is written down, what is no field that an edit sets


@dataclass(frozen=True)
class NewMilestone:
    """How far it is to be by a day."""

    on: date
    level: Decimal
    words: str = ""


@dataclass(frozen=True)
class NewCondition:
    """What it hangs on, or whose decision it waits for."""

    words: str
    kind: str = Condition.Kind.CONDITION
    body: Institution | None = None


@dataclass(frozen=True)
class NewCommitment:
    """A commitment as it is written down. Without an office it is the one then held; a reference is given it."""

    powerholder: Powerholder
    made_on: date
    words: str
    measure: str = Measure.DONE
    target: Decimal | None = None
    unit: str = ""
    every: str = ""
    due_on: date | None = None
    due_words: str = ""
    expires_on: date | None = None
    counts_as_kept: str = ""
    evidence_needed: str = ""
    made_to: str = ""
    occasion: str = ""
    event: Event | None = None
    in_writing: bool = False
    clause: Clause | None = None
    office: Office | None = None
    office_words: str = ""
    campaign: Campaign | None = None
    theme: Theme | None = None
    area: Area | None = None
    ask: Ask | None = None
    answer: Answer | None = None
    keeper: Person | None = None
    next_contact_on: date | None = None
    source: str = ""
    source_url: str = ""
    milestones: Sequence[NewMilestone] = ()
    conditions: Sequence[NewCondition] = ()
    reference: str = ""
    uid: UUID | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the record, without spaces round the words, and those that its measure has."""
        told = {each.name: getattr(self, each.name) for each in fields(self) if each.name not in APART}
        told = {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}
        has_number = self.measure not in (Measure.DONE, Measure.ONGOING)
        told |= {"target": self.target if has_number else None, "unit": told["unit"] if has_number else ""}
        told["every"] = self.every if self.measure == Measure.RECURRING else ""
        if self.answer and not self.ask:
            told["ask"] = self.answer.ask
        if told["ask"]:
            told |= {name: told[name] or getattr(told["ask"], name) for name in ("campaign", "office", "event")}
        told["office"] = told["office"] or office_held(self.powerholder, self.made_on)
        told["office_words"] = told["office_words"] or in_words(told["office"])
        return told


@operation(RECORD_COMMITMENTS, on="group", public=True)
def make_commitment(*, group: Group, new: NewCommitment, at: datetime, by: Account) -> Commitment:
    """Write a commitment down, with its day, milestones and conditions. The same uid twice is one.

    Raises CommitmentRefused, Unseen, Unnamed.
    """
    if new.uid and (written := Commitment.objects.filter(uid=new.uid).first()):
        return same(written, group, new)
    said = new.said
    check(said, timezone.localdate(at))
    check_milestones(new)
    must_see([new.keeper], by)
    must_see_all(said | {"campaign": new.campaign, "event": new.event}, by)  # those of the ask are as they were
    commitment = Commitment(group=group, made_by=by, made_at=at, **said)
    if new.uid:
        commitment.uid = new.uid
    written = saved_under_a_free_name(commitment, new.reference.strip())
    if written is not commitment:
        return same(written, group, new)
    hang(commitment, new, at, by)
    restate(commitment)
    return commitment


def hang(commitment: Commitment, new: NewCommitment, at: datetime, by: Account) -> None:
    """Write down what it hangs on, as it was known from its first day."""
    if commitment.due_on or commitment.due_words:
        due = {"due_on": commitment.due_on, "words": commitment.due_words}
        DueDate.objects.create(commitment=commitment, known_on=commitment.made_on, by=by, at=at, **due)
    from_first = {"commitment": commitment, "known_on": commitment.made_on}
    Milestone.objects.bulk_create(Milestone(**from_first, **vars(each)) for each in new.milestones)
    kept = {"commitment": commitment, "made_by": by, "made_at": at}
    Condition.objects.bulk_create(
        Condition(words=each.words.strip(), kind=each.kind, body=each.body, **kept) for each in new.conditions
    )


@operation(RECORD_COMMITMENTS, on="commitment", public=True)
def edit_commitment(
    *, commitment: Commitment, new: NewCommitment, why: str = "", at: datetime, by: Account
) -> list[models.Model]:
    """Put right what was mistyped, of what stands as it was made. It stands on the page; words that were wrong do too.

    A commitment that changed is amended by agreement instead; when it is due is said anew by itself, and who keeps it
    too. Raises CommitmentRefused, Unseen, Unnamed.
    """
    own = ("due_on", "due_words", "keeper", "next_contact_on")
    said = {name: value for name, value in new.said.items() if name not in own}
    as_it_is = {name: getattr(commitment, name) for name in own}
    check(said | as_it_is, timezone.localdate(at))
    must_see([new.keeper] if new.keeper != commitment.keeper else [], by)
    must_see_all({name: value for name, value in said.items() if value != getattr(commitment, name)}, by)
    corrections = corrected(commitment, said, why.strip(), at, by)
    change(commitment, **said)
    restate(commitment)
    return [commitment, *corrections]


def corrected(commitment: Commitment, said: dict[str, Any], why: str, at: datetime, by: Account) -> list[Amendment]:
    """What was written down wrongly, kept for its page: nobody agreed to it, it was never so. Empty where nothing was.

    Raises CommitmentRefused.
    """
    other = [name for name, value in said.items() if getattr(commitment, name) != value]
    if not other:
        return []
    if not {"words", "target"}.isdisjoint(other):
        must_be_a_slip(commitment, why)
    names = ", ".join(str(Commitment._meta.get_field(name).verbose_name) for name in other)  # type: ignore[union-attr]
    before = {"words_before": commitment.words, "target_before": commitment.target}
    after = {"words_after": said["words"], "target_after": said["target"]}
    told = {"on": timezone.localdate(at), "because": (why or names)[:300], "by": by, "at": at}
    return [Amendment.objects.create(commitment=commitment, **before, **after, **told)]


def must_be_a_slip(commitment: Commitment, why: str) -> None:
    """Raise CommitmentRefused where words or number were agreed since, or nobody says what was wrong with them."""
    if Amendment.objects.filter(commitment=commitment).exclude(agreed_with="").exists():
        raise CommitmentRefused(
            _("Its words were changed by agreement since: write down another change that was agreed."),
            field="words",
            code="amended",
        )
    if not why:
        raise CommitmentRefused(_("Say what was wrong with the words or the number."), field="why", code="no_reason")


@operation(RECORD_COMMITMENTS, on="commitment")
def name_keeper(*, commitment: Commitment, keeper: Person | None, by: Account) -> Commitment:
    """Say who of those affected watches it; None for nobody any more. Raises Unseen."""
    if keeper is not None and keeper.pk != commitment.keeper_id:
        must_see([keeper], by)
    change(commitment, keeper=keeper)
    return commitment


@operation(RECORD_COMMITMENTS, on="commitment")
def look_over_commitment(*, commitment: Commitment, by: Account) -> Commitment:
    """Say that somebody looked at what an import brought, and that it is right. Twice is once."""
    change(commitment, to_review="")
    return commitment


def must_see_all(said: dict[str, Any], by: Account) -> None:
    """Raise CommitmentRefused or Unnamed for what is named and the account does not see; it tells of nothing."""
    must_see_campaign(said.get("campaign"), by)
    must_see_event(said.get("event"), by)
    must_name_what_is_seen(said, by)


def same(written: Commitment, group: Group, new: NewCommitment) -> Commitment:
    """The commitment of this uid, if it says the very same. Raises CommitmentRefused otherwise, telling nothing."""
    kept = ("made_on", "words", "measure", "target", "every", "due_on", "expires_on", "powerholder", "answer")
    said = new.said
    if written.group_id != group.pk or any(getattr(written, name) != said[name] for name in kept):
        raise CommitmentRefused(_("That commitment cannot be written down."), code="other_content")
    return written

"""What became of a commitment: write an entry with its evidence, strike it, and settle what came from outside."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, Judgement, Progress
from m4c.commitments.operations.judgement import take_back
from m4c.commitments.watching.entries import ProgressRefused, check_entry
from m4c.commitments.watching.files import file_fields, let_file_go
from m4c.commitments.watching.keeping import must_keep
from m4c.commitments.watching.restating import restate
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.documents.files import GivenFile
from m4c.people.models import Account


@dataclass(frozen=True)
class NewProgress:
    """What happened, when, how much, what shows it and who says so."""

    kind: str
    on: date
    says_who: str
    amount: Decimal | None = None
    words: str = ""
    evidence: str = ""
    evidence_url: str = ""
    file: GivenFile | None = None
    uid: UUID | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the record, without spaces round the words."""
        told = {name: value for name, value in self.__dict__.items() if name not in ("uid", "file")}
        return {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}


@operation(SIGNED_IN, on="by", public=True)
def add_progress(*, commitment: Commitment, new: NewProgress, at: datetime, by: Account) -> Progress:
    """Write down what became of it; its keeper may, too. The same uid twice is one entry. Raises ProgressRefused."""
    must_keep(commitment, by)
    if new.uid and (written := Progress.objects.filter(uid=new.uid).first()):
        return same(written, commitment, new)
    check(commitment, new, timezone.localdate(at))
    entry = Progress(commitment=commitment, added_by=by, added_at=at, **new.said, **file_fields(new.file))
    if new.uid:
        entry.uid = new.uid
    entry.save()
    restate([commitment])
    return entry


@operation(SIGNED_IN, on="by", public=True)
def strike_progress(*, progress: Progress, because: str, at: datetime, by: Account) -> list[Progress | Judgement]:
    """Let an entry count no more, with the reason; it stays to be read. Twice is once. Raises ProgressRefused.

    There is no verdict without evidence: what was judged by this entry is taken back with it.
    """
    must_keep(progress.commitment, by)
    must_say_why(because)
    if progress.struck_at:
        return [progress]
    change(progress, struck_at=at, struck_because=because.strip())
    rested = list(Judgement.objects.standing().filter(rests_on=progress).select_for_update(of=("self",)))
    for judgement in rested:
        why = _("What it rested on was struck: {why}").format(why=because.strip())
        take_back(judgement, why, at, by)
    restate([progress.commitment])
    return [progress, *rested]


@operation(SIGNED_IN, on="by", public=True)
def confirm_evidence(
    *,
    progress: Progress,
    kind: str,
    amount: Decimal | None = None,
    says_who: str = "",
    shows_file: bool = False,
    at: datetime,
    by: Account,
) -> Progress:
    """Let what somebody brought from outside count, as the keeper reads it. Raises ProgressRefused.

    Where no name is given, none stands: it is read as said by somebody whom it concerns. Its file is for those who
    watch it, unless the keeper chooses that everybody may open it.
    """
    must_keep(progress.commitment, by)
    must_be_held(progress)
    check_entry(progress.commitment, kind=kind, on=progress.on, amount=amount, today=timezone.localdate(at))
    shown = {"file_shown_at": at, "file_shown_by": by} if shows_file and progress.file_uid else {}
    change(progress, kind=kind, amount=amount, says_who=says_who.strip(), confirmed_by=by, confirmed_at=at, **shown)
    restate([progress.commitment])
    return progress


@operation(SIGNED_IN, on="by")
def refuse_evidence(*, progress: Progress, because: str, at: datetime, by: Account) -> Progress:
    """Do not let it count, with the reason; its file goes for good. Raises ProgressRefused."""
    must_keep(progress.commitment, by)
    must_be_held(progress)
    must_say_why(because)
    let_file_go(progress)
    change(progress, refused_at=at, refused_because=because.strip())
    restate([progress.commitment])
    return progress


def check(commitment: Commitment, new: NewProgress, today: date) -> None:
    """Raise ProgressRefused where what is written down would not hold."""
    must_name(new.says_who)
    check_entry(commitment, kind=new.kind, on=new.on, amount=new.amount, today=today)
    if not new.words.strip() and not new.evidence.strip():
        raise ProgressRefused(_("Say what happened."), field="words", code="no_words")
    if new.kind != Progress.Kind.STEP and not (new.evidence.strip() or new.evidence_url.strip() or new.file):
        raise ProgressRefused(
            _("Say what shows it: minutes, a letter, a picture, whoever saw it."), field="evidence", code="no_evidence"
        )


def must_name(says_who: str) -> None:
    """Raise ProgressRefused where nobody says so."""
    if not says_who.strip():
        raise ProgressRefused(
            _("Say who says so: without that it is our word alone."), field="says_who", code="nobody_says_so"
        )


def must_say_why(because: str) -> None:
    """Raise ProgressRefused without a reason."""
    if not because.strip():
        raise ProgressRefused(_("Say why."), field="because", code="no_reason")


def must_be_held(progress: Progress) -> None:
    """Raise ProgressRefused for an entry that nobody has to settle any more, or never had."""
    if not Progress.objects.held().select_for_update().filter(pk=progress.pk).exists():
        raise ProgressRefused(_("That was settled already."), code="settled")


def same(written: Progress, commitment: Commitment, new: NewProgress) -> Progress:
    """The entry of this uid, if it says the very same. Raises ProgressRefused otherwise, telling nothing."""
    differs = any(getattr(written, name) != value for name, value in new.said.items())
    if written.commitment_id != commitment.pk or differs:
        raise ProgressRefused(_("That entry cannot be written down."), code="other_content")
    return written

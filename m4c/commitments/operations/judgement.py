"""Verdicts on a commitment: judged with evidence, confirmed by a second person, told to the speaker, taken back.

"Broken" counts once two people judged it and the speaker's notice has run out. Nothing here is sent: a person tells
them, and writes down when and how.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, Judgement, Progress
from m4c.commitments.permissions import JUDGE_COMMITMENTS
from m4c.commitments.watching.notices import page_words_of
from m4c.commitments.watching.restating import restate
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of

Verdict = Judgement.Verdict


class JudgementRefused(Refused):
    """It cannot be judged, confirmed or told like that."""


@dataclass(frozen=True)
class NewJudgement:
    """What somebody judges, why, and on which evidence; of "partly kept" what is missing.

    Where it rests on an entry of what became of it, it falls with that entry.
    """

    verdict: str
    on: date
    reasons: str
    evidence: str
    evidence_url: str = ""
    missing: str = ""
    rests_on: Progress | None = None

    @property
    def shown_by(self) -> str:
        """What shows it, in words: its own, or those of the entry that it rests on."""
        entry = self.rests_on
        return self.evidence.strip() or ((entry.evidence or entry.words)[:300] if entry else "")


@dataclass(frozen=True)
class MadeNotice:
    """The notice to the speaker, with the secret of the link by which their office replies, which is kept nowhere."""

    judgement: Judgement
    token: str

    @property
    def reply_url(self) -> str:
        """Where their office replies."""
        return settings.SITE_URL + reverse("office-reply", kwargs={"token": self.token})

    @property
    def touched(self) -> list[Judgement]:
        """For the audit entry."""
        return [self.judgement]


@operation(JUDGE_COMMITMENTS, on="commitment", public=True)
def judge_commitment(*, commitment: Commitment, new: NewJudgement, at: datetime, by: Account) -> Judgement:
    """Judge it by evidence, with reasons; "broken" counts later, others from their day on. Raises JudgementRefused."""
    check(commitment, new, timezone.localdate(at))
    if Judgement.objects.standing().filter(commitment=commitment, verdict=new.verdict).exists():
        raise JudgementRefused(_("That was judged already, and stands."), field="verdict", code="twice")
    judgement = Judgement.objects.create(
        commitment=commitment,
        verdict=new.verdict,
        on=new.on,
        reasons=new.reasons.strip(),
        evidence=new.shown_by,
        rests_on=new.rests_on,
        evidence_url=new.evidence_url.strip(),
        missing=new.missing.strip() if new.verdict == Verdict.PARTLY else "",
        counts_from=None if new.verdict == Verdict.BROKEN else new.on,
        judged_by=by,
        judged_at=at,
    )
    restate([commitment])
    return judgement


@operation(JUDGE_COMMITMENTS, on="judgement", public=True)
def confirm_judgement(*, judgement: Judgement, at: datetime, by: Account) -> Judgement:
    """Say as a second person that it is broken. Twice is once. Raises JudgementRefused for whoever judged it."""
    must_stand(judgement)
    if judgement.verdict != Verdict.BROKEN:
        raise JudgementRefused(_("It counts already: “broken” alone takes two people."), code="needs_none")
    if judgement.judged_by_id == by.pk:  # nobody has two accounts
        raise JudgementRefused(
            _("You judged it yourself. A second person reads the evidence and confirms it, or does not."),
            code="same_person",
        )
    if judgement.confirmed_by_id is None:
        change(judgement, confirmed_by=by, confirmed_on=timezone.localdate(at))
        count_from(judgement)
    return judgement


@operation(JUDGE_COMMITMENTS, on="judgement")
def make_notice(*, judgement: Judgement, at: datetime, by: Account) -> MadeNotice:
    """Make the notice ready, with the page as it would read and a fresh link to reply by. Raises JudgementRefused.

    What they were told once stays as it was told; a link that was given before opens nothing any more.
    """
    must_stand(judgement)
    token = secrets.token_urlsafe(32)  # 256 bits
    words = judgement.page_words if judgement.told_on else page_words_of(judgement)
    first = judgement.notice_on or timezone.localdate(at)
    change(judgement, page_words=words, reply_hash=hash_of(token), notice_on=first)
    return MadeNotice(judgement, token)


@operation(JUDGE_COMMITMENTS, on="judgement", public=True)
def note_notice(*, judgement: Judgement, on: date, how: str, at: datetime, by: Account) -> Judgement:
    """Write down that a person told the speaker, when and how; their days to reply begin. Raises JudgementRefused."""
    must_stand(judgement)
    if judgement.told_on:
        day = date_format(judgement.told_on, "j F Y")
        raise JudgementRefused(_("They were told on {day}.").format(day=day), code="told")
    if not judgement.page_words or judgement.notice_on is None:
        raise JudgementRefused(_("Make the notice ready first: they read the page as it would read."), code="no_notice")
    if not judgement.notice_on <= on <= timezone.localdate(at):
        day = date_format(judgement.notice_on, "j F Y")
        sentence = _("The notice was ready on {day}: they were told from then on, and not in days to come.")
        raise JudgementRefused(sentence.format(day=day), field="on", code="wrong_day")
    if not how.strip():
        raise JudgementRefused(_("Say whom you told, and how."), field="how", code="how")
    change(judgement, told_on=on, how_told=how.strip())
    count_from(judgement)
    return judgement


@operation(JUDGE_COMMITMENTS, on="judgement", public=True)
def withdraw_judgement(*, judgement: Judgement, because: str, at: datetime, by: Account) -> Judgement:
    """Take it back, with the reason, from today on; that it was judged stays to be read. Twice is once.

    Raises JudgementRefused without a reason.
    """
    if not because.strip():
        raise JudgementRefused(_("Say why."), field="because", code="no_reason")
    if judgement.withdrawn_on is None:
        take_back(judgement, because.strip(), at, by)
        restate([judgement.commitment])
    return judgement


def take_back(judgement: Judgement, because: str, at: datetime, by: Account) -> None:
    """Let it count no more from today on; what never counted is told nowhere."""
    today = timezone.localdate(at)
    counted = judgement.counts_from if judgement.counts_from and judgement.counts_from < today else None
    said = {"withdrawn_by": by, "withdrawn_because": because[:300]}
    change(judgement, withdrawn_on=today, counts_from=counted, **said)


def count_from(judgement: Judgement) -> None:
    """Set from when "broken" counts, once both are there: a second person, and the end of the notice."""
    if judgement.verdict == Verdict.BROKEN and judgement.confirmed_on and judgement.told_on:
        notice_ends = judgement.told_on + timedelta(days=settings.COMMITMENT_NOTICE_DAYS)
        change(judgement, counts_from=max(judgement.confirmed_on, notice_ends))
    restate([judgement.commitment])


def check(commitment: Commitment, new: NewJudgement, today: date) -> None:
    """Raise JudgementRefused where a verdict would not hold."""
    if new.verdict not in Verdict.values:
        raise JudgementRefused(_("Say what you judge."), field="verdict", code="no_verdict")
    if not new.reasons.strip():
        raise JudgementRefused(_("Say why."), field="reasons", code="no_reasons")
    must_rest_on_what_stands(commitment, new.rests_on)
    if not new.shown_by:
        raise JudgementRefused(_("No verdict without evidence: say what shows it."), field="evidence", code="bare")
    if new.verdict == Verdict.PARTLY and not new.missing.strip():
        raise JudgementRefused(_("Say what is missing."), field="missing", code="nothing_missing")
    if not commitment.made_on <= new.on <= today:
        raise JudgementRefused(_("Judge between the day it was promised and today."), field="on", code="wrong_day")


def must_rest_on_what_stands(commitment: Commitment, entry: Progress | None) -> None:
    """Raise JudgementRefused for an entry of another commitment, or one that does not count."""
    if entry and not Progress.objects.standing().filter(pk=entry.pk, commitment=commitment).exists():
        raise JudgementRefused(
            _("That entry does not count: judge by one that does."), field="rests_on", code="does_not_count"
        )


def must_stand(judgement: Judgement) -> None:
    """Raise JudgementRefused for one that was taken back."""
    if judgement.withdrawn_on:
        raise JudgementRefused(_("It was taken back."), code="withdrawn")

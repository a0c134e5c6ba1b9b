"""Whether the history that a file tells of a commitment would hold: by the rules of whoever writes one down here."""

from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from m4c.commitments.models import Commitment, Inheritance, Judgement
from m4c.commitments.record.checking import check_milestone
from m4c.commitments.sheets.cells import RowRefused
from m4c.commitments.sheets.headers import Laid
from m4c.commitments.sheets.history import SaidHistory, said_history
from m4c.commitments.sheets.rows import TERMS, SaidCommitment
from m4c.commitments.watching.entries import check_entry
from m4c.commitments.watching.status import NOTICE_DAYS
from m4c.people.sheets.reading import Row

Verdict = Judgement.Verdict


def with_history(sheet: Laid, row: Row, said: SaidCommitment, today: date) -> SaidCommitment:
    """What a row says with its history, where it is of JSON and tells one. Raises Refused."""
    told = sheet.told[row.number - 1].get("history") if sheet.told else None
    history = said_history(told, said.made_on, today)
    if history is not None:
        check(Commitment(**{name: getattr(said, name) for name in TERMS}), history, today)
    return replace(said, history=history)


def check(commitment: Commitment, said: SaidHistory, today: date) -> None:
    """Raise Refused for a history that would not hold."""
    for level, _none in said.parts["milestones"]:
        check_milestone(commitment.measure, commitment.made_on, level.on, level.level)
    for entry, _none in said.parts["progress"]:
        check_entry(commitment, kind=entry.kind, on=entry.on, amount=entry.amount, today=today)
        must_say_who(entry.says_who)
    for verdict, _replies in said.parts["verdicts"]:
        check_verdict(verdict)
    for name, part in (("milestones", "on"), ("verdicts", "verdict")):
        rows = [row for row, _none in said.parts[name] if not getattr(row, "withdrawn_on", None)]
        if len({getattr(row, part) for row in rows}) < len(rows):
            raise RowRefused(_("Its history has two milestones of a day, or two verdicts of a kind that stand."))
    for _name, heir in said.heirs:
        if heir.stance != Inheritance.Stance.SILENT:
            must_say_who(heir.says_who)


def must_say_who(says_who: str) -> None:
    """Raise RowRefused where nobody says so."""
    if not says_who:
        raise RowRefused(_("Say who says so."))


def check_verdict(judgement: Judgement) -> None:
    """Raise RowRefused for a verdict that was not reached by the rule: reasons, evidence, two people, notice."""
    if judgement.verdict == Verdict.PARTLY and not judgement.missing:
        raise RowRefused(_("Say what is missing."))
    if judgement.told_on and (not judgement.notice_on or judgement.told_on < judgement.notice_on):
        raise RowRefused(_("Make the notice ready first: they read the page as it would read."))
    if judgement.verdict != Verdict.BROKEN or judgement.counts_from is None:
        return
    if not (judgement.confirmed_on and judgement.told_on and judgement.page_words):
        raise RowRefused(_("“Broken” counts once two people judged it and the speaker was told."))
    if judgement.counts_from < max(judgement.confirmed_on, judgement.told_on + timedelta(days=NOTICE_DAYS)):
        raise RowRefused(_("“Broken” counts ten days after the speaker was told, and not before."))

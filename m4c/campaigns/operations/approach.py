"""Approaches to a powerholder: written down, answered, put right, struck; and the papers that belong to one."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Approach, ApproachPaper, Campaign, SilenceNotice
from m4c.campaigns.permissions import RECORD_APPROACHES
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people import ledger
from m4c.people.documents.files import GivenFile, forget_file
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.power.models import Office, Powerholder

Outcome, Channel = Approach.Outcome, Approach.Channel
SETTLED = (Outcome.ANSWERED, Outcome.REFUSED, Outcome.BANNED)  # the silence is over


class ApproachRefused(Refused):
    """The approach says too little, or its days do not follow each other."""


@dataclass(frozen=True)
class NewApproach:
    """An attempt to reach a powerholder, as it is written down."""

    powerholder: Powerholder
    on: date
    channel: str
    asked: str
    answer_due: date | None = None
    is_ours: bool = True
    by_person: Person | None = None
    by_words: str = ""
    office: Office | None = None
    source: str = ""
    follows: Approach | None = None

    @property
    def values(self) -> dict[str, object]:
        """What is written."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


@dataclass(frozen=True)
class Answer:
    """What became of an approach: which outcome, when, in which words, and where it was sent on to."""

    outcome: str
    on: date
    words: str = ""
    diverted_to: str = ""


@operation(RECORD_APPROACHES, on="campaign")
def record_approach(*, campaign: Campaign, new: NewApproach, at: datetime, by: Account) -> Approach:
    """Write an approach down, ours or others'. Raises ApproachRefused, Unseen."""
    must_be_clear(new, localdate(at))
    must_see([new.by_person], by)
    return write_approach(campaign, new, at, by)


def write_approach(of: Campaign | Group, new: NewApproach, at: datetime, by: Account) -> Approach:
    """The row of an approach of a campaign, or of a group where there is none."""
    whose = {"group": of} if isinstance(of, Group) else {"campaign": of}
    approach = Approach.objects.create(**whose, **new.values, added_by=by, added_at=at)
    ledger.write([approach])
    return approach


@operation(RECORD_APPROACHES, on="approach", public=True)
def answer_approach(
    *, approach: Approach, answer: Answer, at: datetime, by: Account, earlier: Iterable[Approach] = ()
) -> list[Approach | SilenceNotice]:
    """Write down what became of an approach, and of `earlier` ones to the same powerholder that it answers too; where
    they answered, what is said of their silence comes off. Raises ApproachRefused.
    """
    return write_answer(approach, answer, at, earlier)


def write_answer(
    approach: Approach, answer: Answer, at: datetime, earlier: Iterable[Approach] = ()
) -> list[Approach | SilenceNotice]:
    """What became of these approaches, and the notices that it ends. Raises ApproachRefused."""
    earlier = list(earlier)
    read_again([approach, *earlier])
    must_fit(approach, answer, localdate(at))
    alike = [each for each in earlier if is_alike(each, approach) and each.on <= answer.on]
    answered = [approach, *(each for each in alike if each.pk != approach.pk)]
    day = None if answer.outcome == Outcome.WITHDRAWN else answer.on
    for each in answered:
        words = answer.words.strip() if each is approach else each.words
        told = {"outcome": answer.outcome, "answered_on": day, "words": words, "to_review": ""}
        change(each, diverted_to=answer.diverted_to.strip(), **told)
    return [*answered, *end_notices(answered, at)]


def read_again(approaches: Iterable[Approach]) -> None:
    """Take these approaches, one at a time who writes, and read anew what became of them."""
    given = list(approaches)
    taken = Approach.objects.select_for_update(of=("self",)).order_by("pk").in_bulk([each.pk for each in given])
    for each in given:
        each.outcome, each.struck_at = taken[each.pk].outcome, taken[each.pk].struck_at


def end_notices(approaches: Iterable[Approach], at: datetime) -> list[SilenceNotice]:
    """Take off what is said, or was to be said, of a silence that is over."""
    over = [each.pk for each in approaches if each.outcome in SETTLED or each.outcome == Outcome.WITHDRAWN]
    notices = list(SilenceNotice.objects.filter(approach__in=over, taken_off_at=None)) if over else []
    for notice in notices:
        change(notice, taken_off_at=at)
    return notices


@operation(RECORD_APPROACHES, on="approach", public=True)
def correct_approach(*, approach: Approach, new: NewApproach, why: str, at: datetime, by: Account) -> Approach:
    """Put right what was written down of an approach, and say why. Raises ApproachRefused, Unseen."""
    must_stand(approach)
    must_be_clear(new, localdate(at))
    if not why.strip():
        raise ApproachRefused(_("Say what was wrong."), field="why", code="no_reason")
    if new.by_person and new.by_person.pk != approach.by_person_id:
        must_see([new.by_person], by)
    if approach.answered_on and approach.answered_on < new.on:
        raise ApproachRefused(_("They answered before that day."), field="on", code="after_the_answer")
    kept = {"follows": approach.follows, "office": new.office or approach.office}
    seen = {} if lacks_its_day(approach) else {"to_review": ""}
    change(approach, **(new.values | kept | seen), corrected_at=at, corrected_because=why.strip())
    ledger.write([approach])
    return approach


@operation(RECORD_APPROACHES, on="approach")
def look_over_approach(*, approach: Approach, by: Account) -> Approach:
    """Say that somebody looked at what an import brought, and that it is right. Raises ApproachRefused."""
    if lacks_its_day(approach):
        raise ApproachRefused(_("Write down when they answered first."), code="no_day")
    change(approach, to_review="")
    return approach


@operation(RECORD_APPROACHES, on="approach", public=True)
def strike_approach(*, approach: Approach, why: str, at: datetime, by: Account) -> list[Approach | SilenceNotice]:
    """Strike an approach that was entered in error: it counts for nothing, and stands with the reason. Raises
    ApproachRefused.
    """
    must_stand(approach)
    if not why.strip():
        raise ApproachRefused(_("Say why it is struck."), field="why", code="no_reason")
    change(approach, struck_at=at, struck_because=why.strip())
    ledger.write([approach])
    notices = list(SilenceNotice.objects.filter(approach=approach, taken_off_at=None))
    for notice in notices:
        change(notice, taken_off_at=at)
    return [approach, *notices]


@operation(RECORD_APPROACHES, on="approach")
def keep_approach_paper(*, approach: Approach, given: GivenFile, at: datetime, by: Account) -> ApproachPaper:
    """Keep a file with an approach: what was sent, or the answer. Raises ApproachRefused for the same once more."""
    if approach.campaign is None:
        raise ApproachRefused(_("Papers are kept with the approaches of a campaign."), field="file", code="no_campaign")
    if ApproachPaper.objects.filter(approach=approach, fingerprint=given.fingerprint, withdrawn_at=None).exists():
        raise ApproachRefused(_("That file is there already."), field="file", code="same_file")
    return ApproachPaper.objects.create(
        uid=given.uid,
        campaign=approach.campaign,
        approach=approach,
        name=given.file_name,
        type=given.type,
        size=given.size,
        fingerprint=given.fingerprint,
        added_by=by,
        added_at=at,
    )


@operation(RECORD_APPROACHES, on="paper")
def withdraw_approach_paper(*, paper: ApproachPaper, at: datetime, by: Account) -> ApproachPaper:
    """Take a file away for good; the line that tells of it stays."""
    change(paper, withdrawn_at=paper.withdrawn_at or at)
    transaction.on_commit(partial(forget_file, paper.uid))
    return paper


def must_be_clear(new: NewApproach, today: date) -> None:
    """Raise ApproachRefused for what lies ahead, says nothing, or whose answer was due before it was asked for."""
    if not new.asked.strip():
        raise ApproachRefused(_("Say what was asked of them."), field="asked", code="no_words")
    if new.channel not in Channel.values:
        raise ApproachRefused(_("Say how they were approached."), field="channel", code="channel")
    if new.on > today:
        raise ApproachRefused(_("That day is still to come."), field="on", code="ahead")
    if new.answer_due and new.answer_due < new.on:
        raise ApproachRefused(_("The answer was due before it was asked for."), field="answer_due", code="due_before")
    if not new.is_ours and not (new.by_words.strip() or new.by_person):
        raise ApproachRefused(_("Say whose attempt it was."), field="by_words", code="by_nobody")


def must_fit(approach: Approach, answer: Answer, today: date) -> None:
    """Raise ApproachRefused where an answer does not fit the approach."""
    must_stand(approach)
    if answer.outcome not in Outcome.values or answer.outcome == Outcome.NONE:
        raise ApproachRefused(_("Say what became of it."), field="outcome", code="outcome")
    if answer.on < approach.on:
        raise ApproachRefused(_("That was before the approach."), field="on", code="before")
    if answer.on > today:
        raise ApproachRefused(_("That day is still to come."), field="on", code="ahead")
    if answer.outcome == Outcome.DIVERTED and not answer.diverted_to.strip():
        raise ApproachRefused(_("Say where it was sent on to."), field="diverted_to", code="diverted")


def lacks_its_day(approach: Approach) -> bool:
    """Whether they answered and an import did not say when."""
    return approach.outcome not in (Outcome.NONE, Outcome.WITHDRAWN) and approach.answered_on is None


def must_stand(approach: Approach) -> None:
    """Raise ApproachRefused for one that was struck."""
    if approach.struck_at:
        raise ApproachRefused(_("It was struck."), code="struck")


def is_alike(one: Approach, other: Approach) -> bool:
    """Whether two are to the same powerholder in the same campaign, and the first is still open."""
    same = (one.campaign_id, one.powerholder_id) == (other.campaign_id, other.powerholder_id)
    return same and one.outcome in Approach.STILL_OPEN and one.struck_at is None

"""Why a commitment stands as it does, in a sentence that everybody can check against the entries below it."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from m4c.commitments.models import Status
from m4c.commitments.record.words import day, how_far

if TYPE_CHECKING:
    from m4c.commitments.faces.told import CommitmentTold


def reason(told: "CommitmentTold") -> str:
    """Why, on the day that it is told of."""
    words = BY_STATUS[Status(told.status)](told)
    return " ".join(part for part in words if part)


def void(told: "CommitmentTold") -> list[str]:
    """A condition failed."""
    failed = told.failed
    if failed is None:
        return [_("What it hung on did not come about: it is neither kept nor broken.")]
    words, on = failed
    said = _("It hung on a condition, “{words}”, and that failed on {day}. So it is neither kept nor broken.")
    return [said.format(words=words, day=day(on))]


def superseded(told: "CommitmentTold") -> list[str]:
    """Another stands in its place."""
    on = told.commitment.superseded_on
    return [_("Another stands in its place since {day}.").format(day=day(on)) if on else ""]


def judged(told: "CommitmentTold") -> list[str]:
    """Somebody judged so, with reasons that stand below."""
    verdict = told.verdict
    if verdict is None:
        return []
    said = {
        Status.DISPUTED: _("What was promised, or done, is disputed since {day}. What each side says stands below."),
        Status.UNVERIFIABLE: _("Nobody can check it: so it was judged on {day}, with the reasons below."),
        Status.PARTLY: _("It was kept in part: so it was judged on {day}."),
        Status.BROKEN: _("Two people judged on {day} that it was broken, after notice to whoever made it."),
    }[Status(told.status)]
    missing = told.say(verdict.missing)
    more = _("Still missing: {missing}").format(missing=missing) if missing else ""
    return [said.format(day=day(verdict.counts_from or verdict.on)), more]


def kept(told: "CommitmentTold") -> list[str]:
    """What counts as kept was reached."""
    far = how_far(told.commitment, told.done)
    on = day(told.since)
    if far is None:
        return [_("What counts as kept was done by {day}.").format(day=on)]
    return [_("What counts as kept was reached by {day}: {far}.").format(day=on, far=far.words)]


def expired(told: "CommitmentTold") -> list[str]:
    """It ran its time."""
    until = told.commitment.expires_on
    return [_("It ran until {day}, and nobody saw that it was not held to.").format(day=day(until)) if until else ""]


def overdue(told: "CommitmentTold") -> list[str]:
    """A day is past."""
    due, far = told.due_on, how_far(told.commitment, told.done)
    if due is None or due >= told.on:
        late = _("A day by which part of it was to be done is past.")
    else:
        late = _("It was due by {day}.").format(day=day(due))
    so_far = _("So far: {far}.").format(far=far.words) if far else _("It is not reached yet.")
    return [late, so_far, _("Late is not broken: it is still open.")]


def open_still(told: "CommitmentTold") -> list[str]:
    """It may still be kept."""
    far = how_far(told.commitment, told.done)
    words = [_("So far: {far}.").format(far=far.words)] if far and told.done else []
    return [*words, when(told.due_on, told.due_words, told.commitment.expires_on)]


def when(due: date | None, words: str, expires: date | None) -> str:
    """By when, as known that day."""
    if due:
        return _("It is due by {day}.").format(day=day(due))
    if words:
        return _("It is due: {words}.").format(words=words)
    return _("It holds until {day}.").format(day=day(expires)) if expires else _("No day was named for it.")


BY_STATUS = {
    Status.VOID: void,
    Status.SUPERSEDED: superseded,
    Status.DISPUTED: judged,
    Status.UNVERIFIABLE: judged,
    Status.BROKEN: judged,
    Status.PARTLY: judged,
    Status.KEPT: kept,
    Status.EXPIRED: expired,
    Status.OVERDUE: overdue,
    Status.IN_PROGRESS: open_still,
    Status.DUE_SOON: open_still,
    Status.MADE: open_still,
}

"""The circle after an event: what those who were there say of it, by question, as quotations."""

from dataclasses import dataclass

from django.db.models import QuerySet

from m4c.core.visibility import scopes_of
from m4c.events.models import Attendance, Evaluation, Event, Job
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.models import Account
from m4c.people.naming import names_of

MOST = 300  # voices read at once; a larger gathering evaluates in its groups
LONGEST_JOB = 300  # characters


@dataclass(frozen=True)
class Step:
    """One thing that somebody says is next: the number it has in what they say, and whether it is a job by now."""

    number: int
    words: str
    is_job: bool


@dataclass(frozen=True)
class Voice:
    """What one person says, and their name as far as it may be told."""

    evaluation: Evaluation
    who: str
    is_own: bool
    steps: list[Step]


@dataclass(frozen=True)
class Circle:
    """All that the account may read of what was said about an event, in the order in which it was said."""

    voices: list[Voice]

    @property
    def has_own(self) -> bool:
        """Whether whoever reads it said something too."""
        return any(voice.is_own for voice in self.voices)

    @property
    def learnt(self) -> list[Voice]:
        """Those who say what we learnt."""
        return [voice for voice in self.voices if voice.evaluation.learnt]

    @property
    def grew(self) -> list[Voice]:
        """Those who say who grew."""
        return [voice for voice in self.voices if voice.evaluation.grew]

    @property
    def next(self) -> list[Voice]:
        """Those who say what is next."""
        return [voice for voice in self.voices if voice.steps]


def circle_of(account: Account, event: Event) -> Circle:
    """Read it, in three queries."""
    found = list(Evaluation.objects.visible_to(account).filter(event=event)[:MOST])
    names = names_of(account, [one.person_id for one in found])
    jobs = set(Job.objects.visible_to(account).filter(event=event).values_list("what", flat=True)) if found else set()
    return Circle(
        [
            Voice(
                evaluation=one,
                who=names.get(one.person_id, ""),
                is_own=one.person_id == account.person_id,
                steps=[Step(number, words, words in jobs) for number, words in enumerate(steps_in(one))],
            )
            for one in found
        ]
    )


def own_of(account: Account, event: Event) -> "QuerySet[Evaluation]":
    """What the account's own person said of an event; nothing where it belongs to nobody."""
    own = Evaluation.objects.visible_to(account).filter(event=event)
    return own.filter(person=account.person_id) if account.person_id else own.none()


def steps_in(evaluation: Evaluation) -> list[str]:
    """What somebody says is next, a line for each thing, without the dots and dashes before it."""
    lines = (line.strip().lstrip("-\u2013\u2022*").strip() for line in evaluation.next.splitlines())
    return [line[:LONGEST_JOB] for line in lines if line]


def may_evaluate(account: Account, event: Event) -> bool:
    """Whether the account's person was there, or leads in the group whose event it is."""
    if account.person_id is None:
        return False
    if account.may(PLAN_EVENTS, scopes_of(event)):
        return True
    return Attendance.objects.present().filter(event=event, person=account.person_id).exists()

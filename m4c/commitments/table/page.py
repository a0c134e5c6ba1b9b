"""What the pages of negotiations and asks show, of what the account sees and in a constant number of statements."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from m4c.commitments.models import (
    Answer,
    Ask,
    Commitment,
    Minute,
    MinuteCorrection,
    Negotiation,
    NegotiationPart,
    OtherSide,
    TeamPaper,
    Witness,
)
from m4c.people.models import Account, Person

Kind = Answer.Kind
BADGES = {
    Kind.YES: "kept",
    Kind.YES_IF: "part",
    Kind.PARTLY: "part",
    Kind.MORE: "kept",
    Kind.NO: "broken",
    Kind.NONE: "late",
    Kind.UNRECORDED: "wait",
}
PROMISES = {Kind.YES, Kind.YES_IF, Kind.PARTLY, Kind.MORE}  # of which a commitment may be written down


@dataclass(frozen=True)
class AskRow:
    """An ask with every account of its answer that was not struck."""

    ask: Ask
    answers: list[Answer] = field(default_factory=list)
    asker: str = ""

    @property
    def standing(self) -> list[Answer]:
        """The accounts that count."""
        return [one for one in self.answers if one.confirmed_at or not one.needs_second]

    @property
    def waiting(self) -> list[Answer]:
        """Those that a second person has still to confirm."""
        return [one for one in self.answers if one.needs_second and not one.confirmed_at]

    @property
    def latest(self) -> Answer | None:
        """The newest account that counts."""
        return self.standing[-1] if self.standing else None

    @property
    def differ(self) -> bool:
        """Whether two accounts of it say something else."""
        return len({one.kind for one in self.standing}) > 1

    @property
    def accounts(self) -> list[tuple[str, Answer]]:
        """The accounts that count, each with its colour: where they differ none of them speaks for the others."""
        return [(BADGES[Kind(one.kind)], one) for one in self.standing]

    @property
    def badge(self) -> str:
        """The colour of what was answered."""
        if self.differ:
            return "disputed"
        return BADGES[Kind(self.latest.kind)] if self.latest else "wait"


def rows_of(account: Account, asks: Iterable[Ask]) -> list[AskRow]:
    """Asks with their answers and who of ours put them. Two statements."""
    found = list(asks)
    answers: dict[int, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.visible_to(account).filter(ask__in=found, struck_at=None) if found else ():
        answers[answer.ask_id].append(answer)
    names = people_named(account, (ask.asked_by_id for ask in found))
    return [AskRow(ask, answers[ask.pk], names.get(ask.asked_by_id, "")) for ask in found]


def asks_seen(account: Account, which: Q) -> "QuerySet[Ask]":
    """Asks that the account sees, in their order, without those struck."""
    return Ask.objects.visible_to(account).filter(which, struck_at=None).select_related("powerholder")


def people_named(account: Account, ids: Iterable[int | None]) -> dict[int | None, str]:
    """Names by id, of nobody kept safe from the account; no statement for nobody."""
    wanted = {pk for pk in ids if pk}
    found = Person.objects.filter(account.sight.unless_protected("pk"), pk__in=wanted) if wanted else ()
    return {person.pk: person.name for person in found}


def team_of(account: Account, negotiation: Negotiation) -> list[tuple[str, list[NegotiationPart]]]:
    """Our side by part, in the order of the parts. One statement."""
    parts = NegotiationPart.objects.visible_to(account).filter(negotiation=negotiation).select_related("person")
    by_part: dict[str, list[NegotiationPart]] = defaultdict(list)
    for part in parts:
        by_part[part.part].append(part)
    return [(str(part.label), by_part[part.value]) for part in NegotiationPart.Part if by_part[part.value]]


def table_of(account: Account, negotiation: Negotiation) -> dict[str, Any]:
    """All that one negotiation's page shows besides its forms. Seven statements."""
    rows = rows_of(account, asks_seen(account, Q(negotiation=negotiation)))
    seats = OtherSide.objects.visible_to(account).filter(negotiation=negotiation)
    return {
        "rows": rows,
        "team": team_of(account, negotiation),
        "seats": seats.select_related("powerholder", "office__institution"),
        "minutes": minutes_of(account, negotiation.event_id),
        "paper": TeamPaper.objects.visible_to(account).filter(negotiation=negotiation).first(),
        "commitments": commitments_of(account, [row.ask for row in rows]),
    }


def minutes_of(account: Account, event: int) -> list[Minute]:
    """The minutes of a meeting, the newest first, each with whether they put something right. One statement."""
    corrected = MinuteCorrection.objects.filter(minute=OuterRef("pk"))
    return list(Minute.objects.visible_to(account).filter(event=event).annotate(is_corrected=Exists(corrected)))


def is_of_team(account: Account, negotiation: Negotiation) -> bool:
    """Whether the account may read and write the team's own paper."""
    if negotiation.made_by_id == account.pk:
        return True
    own = NegotiationPart.objects.visible_to(account).filter(negotiation=negotiation)
    return account.person_id is not None and own.filter(person=account.person_id).exists()


def commitments_of(account: Account, asks: Collection[Ask]) -> list[Commitment]:
    """What was promised to these asks, as far as the account sees it. One statement, none for none."""
    found = Commitment.objects.visible_to(account).filter(ask__in=asks) if asks else Commitment.objects.none()
    return list(found.select_related("powerholder").order_by("made_on", "pk"))


def accounts_of(account: Account, ask: Ask) -> list[tuple[Answer, list[str]]]:
    """Every account of an answer, struck ones too, with who of ours heard it. Two statements."""
    answers = Answer.objects.visible_to(account).filter(ask=ask)
    heard: dict[int, list[str]] = defaultdict(list)
    for witness in Witness.objects.visible_to(account).filter(answer__ask=ask).select_related("person"):
        heard[witness.answer_id].append(witness.person.name)
    return [(answer, heard[answer.pk]) for answer in answers]

"""Whom and what the rows of a sheet mean: powerholders, offices, and commitments that are on record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from m4c.campaigns.operations.approach_sheet import bare
from m4c.commitments.models import Commitment
from m4c.commitments.sheets.rows import SaidCommitment
from m4c.commitments.table.offices import office_held
from m4c.people.models import Account, Group
from m4c.people.names import fold
from m4c.people.sight import within
from m4c.power.models import Office, Powerholder, Tenure


@dataclass
class Known:
    """The commitments on record that rows may tell of, by reference and by what makes them the same."""

    by_reference: dict[str, Commitment] = field(default_factory=dict)
    by_words: dict[tuple[int, date, str], Commitment] = field(default_factory=dict)
    holders: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, rows: Sequence[SaidCommitment], group: Group) -> "Known":
        """Those that these rows may mean: of these references wherever they are, of these days in the group."""
        references = {row.reference for row in rows} - {""}
        same_day = Q(made_on__in={row.made_on for row in rows}) & within("group__path", group)
        found = cls(
            holders=set(Commitment.objects.filter(within("group__path", group)).values_list("powerholder", flat=True))
        )
        wanted = Commitment.objects.filter(Q(reference__in=references) | same_day)
        for each in wanted.select_related("group"):
            found.add(each)
        return found

    def add(self, commitment: Commitment) -> None:
        """One more."""
        self.by_reference[commitment.reference] = commitment
        self.by_words.setdefault((commitment.powerholder_id, commitment.made_on, fold(commitment.words)), commitment)

    def one_of(self, row: SaidCommitment, holder: Powerholder) -> Commitment | None:
        """The one that a row tells of, if it is on record."""
        if row.reference:
            return self.by_reference.get(row.reference)
        return self.by_words.get((holder.pk, row.made_on, fold(row.words)))


@dataclass
class Powers:
    """The powerholders that rows name, and the offices; whoever is not on record is made, marked for a look."""

    by: Account
    write: Callable[..., Powerholder]
    by_name: dict[str, list[int]]
    holding: dict[int, list[Office]]
    offices: dict[str, list[Office]]
    found: dict[int, Powerholder]
    made: list[Powerholder] = field(default_factory=list)

    @classmethod
    def of(cls, rows: Sequence[SaidCommitment], write: Callable[..., Powerholder], by: Account) -> "Powers":
        """Those that these rows may mean."""
        wanted = {known for row in rows for known in (fold(row.speaker), bare(row.speaker))}
        by_name: dict[str, list[int]] = {}
        for pk, name in Powerholder.objects.order_by("pk").values_list("pk", "name"):
            for known in {fold(name), bare(name)} & wanted:
                by_name.setdefault(known, []).append(pk)
        meant = {pk for each in by_name.values() for pk in each}
        return cls(
            by,
            write,
            by_name,
            held_by(meant),
            offices_named(row.office for row in rows),
            Powerholder.objects.in_bulk(meant),
        )

    def meant(self, row: SaidCommitment, known: Known) -> tuple[Powerholder | None, Office | None]:
        """Whom a row means, made where nobody bears the name, None where several may be meant; and in which office."""
        several = self.by_name.get(fold(row.speaker)) or self.by_name.get(bare(row.speaker)) or []
        if not several:
            return self.make(row), self.only_office(row.office)
        office = fold(row.office)
        for which in (
            several,
            [pk for pk in several if office and any(office in names_of(held) for held in self.holding.get(pk, []))],
            [pk for pk in several if pk in known.holders],
        ):
            if len(which) == 1:
                holder = self.found[which[0]]
                return holder, self.office_of(holder, row)
        return None, None

    def office_of(self, holder: Powerholder, row: SaidCommitment) -> Office | None:
        """The office that the row names, of those that they held; the one then held where it names none."""
        if not row.office:
            return office_held(holder, row.made_on)
        held = {each.pk: each for each in self.holding.get(holder.pk, []) if fold(row.office) in names_of(each)}
        return next(iter(held.values())) if len(held) == 1 else self.only_office(row.office)

    def make(self, row: SaidCommitment) -> Powerholder:
        """A new one of this name, marked."""
        why = _("An import of commitments named them: say which office they hold.")
        made = self.write(name=row.speaker, made_by=self.by, to_review=why)
        self.made.append(made)
        self.found[made.pk] = made
        for known in {fold(row.speaker), bare(row.speaker)}:
            self.by_name.setdefault(known, []).append(made.pk)
        return made

    def only_office(self, words: str) -> Office | None:
        """The one office of this name; one that is not on record, or that several bodies have, stays words."""
        found = self.offices.get(fold(words), []) if words else []
        return found[0] if len(found) == 1 else None


def held_by(powerholders: Iterable[int]) -> dict[int, list[Office]]:
    """The offices that they hold or held."""
    found: dict[int, list[Office]] = {}
    for tenure in Tenure.objects.filter(powerholder__in=set(powerholders)).select_related("office__institution"):
        found.setdefault(tenure.powerholder_id, []).append(tenure.office)
    return found


def offices_named(names: Iterable[str]) -> dict[str, list[Office]]:
    """The offices that may be meant, by their folded names."""
    wanted = {fold(name) for name in names} - {""}
    found: dict[str, list[Office]] = {}
    if wanted:
        for office in Office.objects.select_related("institution"):
            for name in names_of(office) & wanted:
                found.setdefault(name, []).append(office)
    return found


def names_of(office: Office) -> set[str]:
    """What an office is called in sheets, folded: alone, or with its body before or after it."""
    body = office.institution.name
    return {
        fold(office.name),
        fold(f"{office.name} {body}"),
        fold(f"{body} {office.name}"),
        fold(f"{office.name} of {body}"),
    }

"""Who of a table is on record already: by number, then by role and area, then by name within the body."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q

from m4c.core.chunks import in_chunks
from m4c.people.names import words
from m4c.power.loading.cells import plain_name
from m4c.power.loading.rows import HolderRow
from m4c.power.models import Institution, Office, Powerholder, PowerholderId, Tenure


class OnRecord:
    """The holders that some hundred rows may be about, and their tenures, in a few statements."""

    def __init__(self, rows: Collection[HolderRow], offices: Iterable[Office]) -> None:
        self.by_number: dict[tuple[str, str], Powerholder] = {}
        self.numbers: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.in_office: dict[int, list[Tenure]] = defaultdict(list)
        self.of_holder: dict[int, list[Tenure]] = defaultdict(list)
        self.in_body: dict[tuple[int, str], dict[int, Powerholder]] = defaultdict(dict)
        self.read_numbers(rows)
        known = {office.pk for office in offices if office.pk}
        bodies = {office.institution.pk for office in offices if office.institution.pk}
        holders = {holder.pk: holder for holder in self.by_number.values()}
        wanted = Q(office__in=known) | Q(office__institution__in=bodies) | Q(powerholder__in=holders)
        for tenure in Tenure.objects.filter(wanted).select_related("powerholder", "office"):
            tenure.powerholder = holders.setdefault(tenure.powerholder_id, tenure.powerholder)
            self.know(tenure)
        for chunk in in_chunks(holders):
            for number in PowerholderId.objects.filter(powerholder__in=chunk):
                self.numbers[number.powerholder_id][number.scheme].add(number.value)

    def read_numbers(self, rows: Collection[HolderRow]) -> None:
        """Whom the numbers in these rows are of."""
        wanted: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            for scheme, value in row.ids:
                wanted[scheme].add(value)
        for scheme, values in wanted.items():
            found = PowerholderId.objects.filter(scheme=scheme, value__in=values).select_related("powerholder")
            for number in found:
                self.by_number[scheme, number.value] = number.powerholder

    def know(self, tenure: Tenure) -> None:
        """Find a tenure by its office, by its holder, and its holder by the body."""
        self.in_office[tenure.office_id].append(tenure)
        self.of_holder[tenure.powerholder_id].append(tenure)
        key = (tenure.office.institution_id, plain_name(tenure.powerholder.name))
        self.in_body[key][tenure.powerholder_id] = tenure.powerholder

    def holder(self, row: HolderRow, office: Office, body: Institution, *, is_only: bool) -> Powerholder | None:
        """Whom a row is about, if they are on record. `is_only`: the file has nobody else of that name there."""
        for number in row.ids:
            if found := self.by_number.get(number):
                return found
        name = plain_name(row.name)
        for tenure in sorted(self.in_office.get(office.pk or 0, ()), key=lambda each: each.ended_on is not None):
            if self.may_be(row, tenure.powerholder) and is_same_holder(name, row, tenure):
                return tenure.powerholder
        named = [each for each in self.in_body.get((body.pk or 0, name), {}).values() if self.may_be(row, each)]
        return named[0] if is_only and len(named) == 1 else None

    def may_be(self, row: HolderRow, holder: Powerholder) -> bool:
        """Whether no number says that they are two: the same table gives nobody two numbers."""
        known = self.numbers.get(holder.pk, {})
        return not any(known.get(scheme) and value not in known[scheme] for scheme, value in row.ids)


def is_same_holder(name: str, row: HolderRow, tenure: Tenure) -> bool:
    """Whether the holder of a seat is the one of the row: by name, or by family name and the day they took it."""
    theirs = plain_name(tenure.powerholder.name)
    if theirs == name:
        return True
    same_day = tenure.started_on is not None and tenure.started_on == row.started_on and not tenure.ended_on
    return same_day and theirs.split()[-1:] == name.split()[-1:] and theirs[:1] == name[:1]


def party_key(party: str) -> str:
    """A party for comparing: `Labour` is `Labour Party`."""
    told = [word for word in words(party) if word not in ("party", "the", "and", "of", "uk", "unionist")]
    return " ".join(word.removesuffix("s") for word in told)

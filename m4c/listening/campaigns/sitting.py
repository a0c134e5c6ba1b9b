"""What is written of a chunk of a sheet of concerns besides its people: the campaign, its themes, and the concerns."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.visibility import scopes_of
from m4c.listening.campaigns.agreed import questionnaires_of, tell_no_more
from m4c.listening.campaigns.quoting import quote_no_more
from m4c.listening.campaigns.rows import Said
from m4c.listening.models import Concern, ListeningCampaign, Theme
from m4c.listening.operations.campaign import NewCampaign, make_campaign
from m4c.listening.operations.concern import NewConcern, write_concerns
from m4c.listening.operations.concern_sheet import make_themes, stretch, themes_by_name
from m4c.people.imports.kinds import Line, Sitting, Written
from m4c.people.imports.traces import Trace, made
from m4c.people.matching import Known
from m4c.people.models import Account, Group, ImportRow, Membership, SheetImport
from m4c.people.names import fold
from m4c.people.permissions import IMPORT_PEOPLE
from m4c.people.sheets.cells import quoted
from m4c.people.sight import within

Same = tuple[Hashable, ...]


class ConcernSitting(Sitting):
    """A chunk of a sheet of concerns.

    A person's concern is known by the day and the words. Of nobody named, the same line so many times is so many
    voices, in a sheet and in what is known of its campaign: the third such line of a sheet is the third such concern.
    """

    stands_once = False  # the same person on another row said another thing
    joins_all = False  # to be heard is not to join

    def __init__(self, sheet_import: SheetImport) -> None:
        super().__init__(sheet_import)
        self.name = " ".join(sheet_import.details["campaign"].split())
        self.source = _("Listening campaign “{campaign}”").format(campaign=self.name)[:200]
        self.campaign = campaign_of(sheet_import)
        self.heard: set[Hashable] = set()
        self.belong: set[Hashable] = set()
        self.foreseen: set[Same] = set()
        self.voices: Counter[Same] = Counter()
        self.themes = set(themes_by_name(self.campaign))

    def describe(self, lines: Sequence[Line]) -> None:
        """Which group each was heard in, and on which day where the row leaves that to the sheet."""
        super().describe(lines)
        whole = self.campaign.group if self.campaign else (lines[0].group if lines else None)
        groups = groups_named({line.said.group for line in lines} - {""}, whole, self.sheet_import.by)
        day = day_of(self.sheet_import)
        for line in lines:
            if line.reason:
                continue
            line.said.day = line.said.day or day
            line.met_on = line.said.day
            if line.said.day is None:
                line.reason = _("It does not say on which day.")
                continue
            self.find_group(line, groups)
            if self.campaign and not self.is_own and not in_time(self.campaign, line.said.day):
                line.tell(_("It was said outside the days of the campaign."))

    def find_group(self, line: Line, groups: Mapping[str, Group]) -> None:
        """Count a line with the group that it names, or with the sheet's own where that is none of the campaign's."""
        named = line.said.group
        if not named:
            return
        if found := groups.get(fold(named)):
            line.group = found
        else:
            sentence = _("No group of this campaign is called {name}: it counts with {group}.")
            line.tell(sentence.format(name=quoted(named), group=line.group or self.name))

    def meet(self, people: Collection[Known]) -> None:
        """Who of these has been heard in the campaign, or belongs to the group, as far as may be known."""
        machine = bool(self.sheet_import.by.system)
        free = [known for known in people if known.person_id and not known.is_protected and (known.is_seen or machine)]
        if self.sheet_import.group_id:
            inside = Membership.objects.open().filter(within("group__path", self.sheet_import.group))
            belong = inside.filter(person__in=[known.person_id for known in free])
            self.belong.update(belong.order_by().values_list("person_id", flat=True))
        if self.campaign:
            ids = [known.person_id for known in people if known.person_id]
            heard = Concern.objects.filter(campaign=self.campaign, person__in=ids)
            self.heard.update(heard.order_by().values_list("person_id", flat=True).distinct())

    def acquainted(self, line: Line, people: Collection[Known]) -> Collection[Known]:
        """Those who were heard in the campaign before, or the only one of the name who belongs to the sheet's group."""
        heard = [known for known in people if known.key in self.heard]
        belong = [known for known in people if known.key in self.belong]
        return heard or (belong if len(belong) == 1 else [])

    def note(self, line: Line) -> None:
        """Remember who was heard."""
        assert line.known is not None
        self.heard.add(line.known.key)

    def foretell(self, lines: Sequence[Line]) -> Mapping[str, int]:
        """How many concerns and themes would be new, and how many of those concerns are of nobody named."""
        known, counts = self.known(lines), Counter({"concerns": 0, "anonymous": 0, "themes": 0})
        for line in lines:
            same = self.same(line, line.known.key if line.known else None)
            self.voices[same] += 1
            if line.is_of_nobody and self.voices[same] <= known[same]:
                continue
            if not line.is_of_nobody and (known[same] or self.voices[same] > 1):
                continue
            counts["concerns"] += 1
            counts["anonymous"] += line.is_of_nobody
            theme = fold(line.said.theme)
            counts["themes"] += bool(theme) and theme not in self.themes
            self.themes.add(theme)
        return counts

    def write(self, lines: Sequence[Line]) -> Written:
        """The campaign where there is none, the themes that are new, and each concern that is not known yet."""
        once: list[Trace] = []
        days = [line.said.day for line in lines]
        if self.campaign is None and lines:
            new = NewCampaign(self.name, min(days), max(days), place=self.sheet_import.group.place)
            self.campaign = make_campaign(group=self.sheet_import.group, new=new, made_by=self.sheet_import.by)
            once.append(made(self.campaign))
        elif self.campaign and self.is_own:
            stretch(self.campaign, days)
        fresh = self.fresh(lines)
        themes, traces = self.themes_for(fresh)
        self.write_down(fresh, themes)
        quote_no_more(self.campaign, lines)
        tell_no_more(self.campaign, lines)
        nobodys = sum(line.is_of_nobody for line in fresh)
        counts = {"concerns": len(fresh), "anonymous": nobodys, "themes": sum(t[0] == THEME for t in traces)}
        return Written(counts, [*once, *traces])

    @property
    def is_own(self) -> bool:
        """Whether this very sheet made the campaign."""
        return self.campaign is not None and made(self.campaign) in self.sheet_import.made

    def fresh(self, lines: Sequence[Line]) -> list[Line]:
        """The lines whose concern is not written yet. Each line of nobody keeps what it says until the sheet's end, so
        that the next chunk knows how many such lines stood above.
        """
        known = self.known(lines)
        for line in lines:
            if line.is_of_nobody:
                line.left_open = digest(self.same(line, None))
        counted = self.counted_above(lines)
        fresh = []
        for line in lines:
            same = self.same(line, line.person.pk if line.person else None)
            self.voices[same] += 1
            if line.is_of_nobody:
                is_known = counted[line.left_open] + self.voices[same] <= known[same]
            else:
                is_known = bool(known[same]) or self.voices[same] > 1
            if not is_known:
                fresh.append(line)
        return fresh

    def counted_above(self, lines: Sequence[Line]) -> Counter[str]:
        """How often what nobody named says here stands in earlier chunks of the sheet."""
        above = ImportRow.objects.filter(
            sheet_import=self.sheet_import,
            number__lt=min((line.number for line in lines), default=0),
            left_open__in={line.left_open for line in lines} - {""},
        )
        return Counter(dict(above.order_by().values_list("left_open").annotate(Count("pk"))))

    def known(self, lines: Iterable[Line]) -> Counter[Same]:
        """How many concerns of the campaign say what these lines say, struck ones with them: none comes back."""
        if self.campaign is None:
            return Counter()
        days = {line.said.day for line in lines}
        rows = Concern.objects.filter(campaign=self.campaign, said_on__in=days).order_by()
        found: Counter[Same] = Counter()
        for person, day, words, place, postcode, group in rows.values_list(
            "person_id", "said_on", "words", "place", "postcode", "group_id"
        ):
            found[same_of(person, Said(words, day, place=place, postcode=postcode), group)] += 1
        return found

    def same(self, line: Line, who: Hashable) -> Same:
        """What makes a line's concern one with another."""
        return same_of(who, line.said, line.group.pk if line.group else None)

    def themes_for(self, lines: Sequence[Line]) -> tuple[dict[str, Theme], list[Trace]]:
        """The themes that these lines name, by folded name, and traces of those that are new."""
        assert self.campaign is not None or not lines
        themes = themes_by_name(self.campaign)
        names = {fold(line.said.theme): line.said.theme for line in reversed(lines) if line.said.theme}
        new = [name for folded, name in sorted(names.items()) if folded not in themes]
        if not new or self.campaign is None:
            return themes, []
        written, steps = make_themes(self.campaign, new, timezone.now(), self.sheet_import.by)
        return themes | {fold(theme.name): theme for theme in written}, [*map(made, written), *map(made, steps)]

    def write_down(self, lines: Sequence[Line], themes: Mapping[str, Theme]) -> None:
        """Write the concerns of these lines, group by group, with the questionnaires they stood on; leave traces."""
        asked = questionnaires_of(self.campaign, lines, self.sheet_import)
        by_group: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            assert line.group is not None
            by_group[line.group.pk].append(line)
        for of_group in by_group.values():
            rows = [replace(self.concern(line, themes), questionnaire=asked.get(line.number)) for line in of_group]
            group = of_group[0].group
            assert group is not None
            concerns = write_concerns(group=group, rows=rows, at=timezone.now(), noted_by=self.sheet_import.by)
            for line, concern in zip(of_group, concerns, strict=True):
                line.traces.append(made(concern))

    def concern(self, line: Line, themes: Mapping[str, Theme]) -> NewConcern:
        """What a line says, as it is written down."""
        said: Said = line.said
        assert said.day is not None
        return NewConcern(
            words=said.words,
            said_on=said.day,
            person=line.person,
            strength=said.strength,
            may_quote=said.may_quote,
            place=said.place,
            postcode=said.postcode,
            campaign=self.campaign,
            theme=themes.get(fold(said.theme)) if said.theme else None,
        )


THEME = Theme._meta.label_lower


def same_of(who: Hashable, said: Said, group: int | None) -> Same:
    """A person's concern is known by day and words; one of nobody named also by place and group."""
    if who is not None:
        return (who, *said.same)
    return (None, *said.same, fold(said.place), said.postcode, group)


def digest(same: Same) -> str:
    """What a row of nobody says, in a few letters."""
    return sha256(repr(same).encode()).hexdigest()[:32]


def campaign_of(sheet_import: SheetImport) -> ListeningCampaign | None:
    """The campaign that a sheet is of, where it is there already: of its group, or of one above that one may see."""
    if not sheet_import.group_id:
        return None
    named = ListeningCampaign.objects.filter(name__iexact=" ".join(sheet_import.details["campaign"].split()))
    here = named.filter(group__path__in=sheet_import.group.ancestor_paths).select_related("group")
    seen = here if sheet_import.by.system else here.visible_to(sheet_import.by)
    own = here.filter(group=sheet_import.group).first()
    return own or max(seen, key=lambda campaign: len(campaign.group.path), default=None)


def groups_named(names: Collection[str], whole: Group | None, by: Account) -> dict[str, Group]:
    """The groups of these names at or below a group, by folded name, as far as one may bring sheets into them."""
    if not names or whole is None or not whole.path:
        return {}
    wanted = {fold(name) for name in names}
    found: dict[str, Group] = {}
    for group in Group.objects.below(whole).filter(ended_on=None).order_by("path"):
        for word in (fold(group.name), fold(group.slug)):
            if word in wanted and by.may(IMPORT_PEOPLE, scopes_of(group)):
                found.setdefault(word, group)
    return found


def day_of(sheet_import: SheetImport) -> date | None:
    """The day that was given for the rows that have none."""
    text: Any = sheet_import.details.get("day") or ""
    return date.fromisoformat(text) if text not in ("", "None") else None


def in_time(campaign: ListeningCampaign, day: date) -> bool:
    """Whether a day is one of the campaign's."""
    return campaign.starts_on <= day <= campaign.ends_on

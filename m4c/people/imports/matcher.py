"""Gives each line of a sheet its fate: whom it turned out to be, told only as far as whoever brings it may know."""

from collections.abc import Callable, Collection, Hashable, Sequence

from django.utils.translation import gettext as _

from m4c.people.imports.candidates import candidates
from m4c.people.imports.kinds import Line, Sitting
from m4c.people.matching import Known, Pool, Verdict
from m4c.people.models import Account, Group, ImportRow, Leaving

Fate = ImportRow.Fate


class Matcher:
    """Matches line after line of one sheet. `above` says, of some people, on which earlier line each stands already."""

    def __init__(self, by: Account, above: Callable[[Collection[int]], dict[int, int]] = lambda ids: {}) -> None:
        self.by = by
        self.above = above
        self.pool = Pool()
        self.stands: dict[Hashable, int] = {}

    def match(self, lines: Sequence[Line], sitting: Sitting) -> None:
        """Find out who these lines are, in a constant number of queries."""
        sitting.describe(lines)
        people = candidates([line.described for line in lines if line.described and not line.reason], self.by)
        for known in people:
            self.pool.add(known)
        ids = {known.person_id for known in people if known.person_id}
        ids |= {line.known.person_id for line in lines if line.known and line.known.person_id}
        for person_id, number in self.above(ids).items():
            self.stands.setdefault(person_id, number)
        sitting.meet(people)
        for line in lines:
            if line.only_objects and not line.reason:
                line.fate = Fate.SUPPRESSED
            elif line.is_of_nobody and not line.reason:
                line.fate = Fate.NOBODY
            elif not line.reason:
                self.match_one(line, sitting)
            if line.reason:
                line.fate = Fate.REFUSED
        self.tell_who_left(lines)

    def match_one(self, line: Line, sitting: Sitting) -> None:
        """Find out who one line is: somebody known, somebody further up, or somebody new, perhaps with a doubt."""
        if line.known is None:
            line.known, line.doubt, line.candidate = self.verdict_of(line, sitting)
        sitting.judge(line)
        if line.reason:
            return
        known = line.known
        if known is None:
            known = line.known = self.newcomer(line)
            line.fate = Fate.CREATED
        elif known.key in self.stands:
            line.fate = Fate.REPEAT
            line.tell(_("The same person as on row {row}.").format(row=self.stands[known.key]))
        else:
            line.fate = Fate.MATCHED if known.is_seen else Fate.CREATED
            line.tell(departed(known))
        if line.described and not known.is_protected:
            self.pool.learn(known, line.described)
        self.stands.setdefault(known.key, line.number)
        sitting.note(line)

    def tell_who_left(self, lines: Sequence[Line]) -> None:
        """Tell of those on record, whom the account may see, that they left on their own wish: no list undoes it."""
        known = [line for line in lines if line.comes_in and line.known and line.known.is_seen and line.known.person_id]
        ids = [line.known.person_id for line in known if line.known]
        left = Leaving.objects.visible_to(self.by).standing().filter(person__in=ids).select_related("group")
        for leaving in left if ids else ():
            for line in known:
                if (
                    line.known
                    and line.known.person_id == leaving.person_id
                    and is_on_the_way(leaving.group, line.group)
                ):
                    sentence = _("Left {group} on their own wish: they stay out until they say otherwise themselves.")
                    line.tell(sentence.format(group=leaving.group))

    def verdict_of(self, line: Line, sitting: Sitting) -> Verdict:
        """Who the line is. Of a doubt about somebody whom the account cannot see, nothing is told."""
        assert line.described is not None
        namesakes = self.pool.by_name.get(line.described.folded_name, [])
        if sitting.stands_once:
            namesakes = [known for known in namesakes if known.key not in self.stands]
        verdict = self.pool.find(line.described, sitting.acquainted(line, namesakes) if namesakes else ())
        if verdict.candidate and not verdict.candidate.is_seen:
            return Verdict(verdict.known)
        return verdict

    def newcomer(self, line: Line) -> Known:
        """Somebody whom the line will make, for the lines below to find."""
        described = line.described
        assert described is not None
        known = Known(
            key=("line", line.number),
            given_name=described.given_name,
            family_name=described.family_name,
            folded_name=described.folded_name,
            emails=described.emails,
            phones=described.phones,
            postcode=described.postcode,
            outside=(described.outside,) if described.outside else (),
        )
        self.pool.add(known)
        return known


def is_on_the_way(left: Group, group: Group | None) -> bool:
    """Whether a group that somebody left is the one they would come into, or stands above or below it."""
    return (
        group is not None
        and bool(group.path)
        and (group.path.startswith(left.path) or left.path.startswith(group.path))
    )


def departed(known: Known) -> str:
    """What whoever brings the sheet should be told of somebody they may see."""
    if known.is_seen and known.died:
        return _("On record as having died: please look.")
    if known.is_seen and known.moved_away:
        return _("On record as having moved away: please look.")
    return ""

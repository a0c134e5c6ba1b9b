"""Whether somebody described on a sheet is a person on record: by e-mail, then phone, then full name and postcode."""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from m4c.people.models import ImportRow
from m4c.people.names import fold, same_family_name, same_given_name

Doubt = ImportRow.Doubt
WHOLE = re.compile(r" \d[A-Z]{2}$")


@dataclass(frozen=True, slots=True)
class Description:
    """What a row says of somebody: names as written, e-mails folded, phones in E.164, the postcode in its one form.

    Title, known-as and address do not tell who somebody is; they are kept for the record.
    """

    given_name: str = ""
    family_name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    postcode: str = ""
    title: str = ""
    known_as: str = ""
    address: str = ""
    outside: str = ""  # the number that its tool gives them: "civicrm 12"

    @property
    def folded_name(self) -> str:
        """The name as records fold it."""
        return fold(f"{self.given_name} {self.family_name}")

    @property
    def home(self) -> str:
        """The postcode where it is a whole one, such as a street shares: a district says too little."""
        return self.postcode if WHOLE.search(self.postcode) else ""

    @property
    def is_reachable(self) -> bool:
        """Whether the row says how to reach them."""
        return bool(self.emails or self.phones)


@dataclass(slots=True, eq=False)
class Known:
    """Somebody a row may turn out to be: a person on record, or one that an earlier row of the sheet will make."""

    key: Hashable
    given_name: str = ""
    family_name: str = ""
    known_as: str = ""
    folded_name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    postcode: str = ""
    person_id: int | None = None
    household_id: int | None = None
    outside: tuple[str, ...] = ()  # only of those who are seen: numbers can be counted through
    is_seen: bool = True  # by whoever brings the sheet
    is_protected: bool = False
    died: bool = False
    moved_away: bool = False

    @property
    def is_reachable(self) -> bool:
        """Whether the record says how to reach them."""
        return bool(self.emails or self.phones)


class Verdict(NamedTuple):
    """Who the row is (`known`), or that it is somebody new; with a doubt, whom it may yet be."""

    known: Known | None = None
    doubt: str = ""
    candidate: Known | None = None


NEW = Verdict()


class Pool:
    """Everybody whom the rows at hand may turn out to be, found by e-mail, phone and folded name."""

    def __init__(self) -> None:
        self.by_key: dict[Hashable, Known] = {}
        self.by_email: dict[str, list[Known]] = defaultdict(list)
        self.by_phone: dict[str, list[Known]] = defaultdict(list)
        self.by_name: dict[str, list[Known]] = defaultdict(list)
        self.by_outside: dict[str, Known] = {}

    def add(self, known: Known) -> None:
        """Put somebody in; who is in already stays as they are."""
        if known.key in self.by_key:
            return
        self.by_key[known.key] = known
        for email in known.emails:
            self.by_email[email].append(known)
        for phone in known.phones:
            self.by_phone[phone].append(known)
        if known.folded_name:
            self.by_name[known.folded_name].append(known)
        for number in known.outside:
            self.by_outside.setdefault(number, known)

    def learn(self, known: Known, described: Description) -> None:
        """Remember the e-mails, phones and number that a row adds to somebody, for the rows below it."""
        if described.outside:
            self.by_outside.setdefault(described.outside, known)
        for email in described.emails:
            if email not in known.emails:
                known.emails += (email,)
                self.by_email[email].append(known)
        for phone in described.phones:
            if phone not in known.phones:
                known.phones += (phone,)
                self.by_phone[phone].append(known)
        known.postcode = known.postcode or described.postcode

    def find(self, described: Description, acquainted: Collection[Known] = ()) -> Verdict:
        """Who somebody described is.

        `acquainted` are people who are known to have been where the row says: where several fit, or only the name
        does, and nothing speaks against it, it is one of these. So the same sheet finds the same people again. Whom
        the tool's own number names it is before all else, unless the names are clearly another's.
        """
        numbered = self.by_outside.get(described.outside) if described.outside else None
        if numbered and names_agree(described, numbered):
            return Verdict(numbered)
        with_email = together(self.by_email.get(email, []) for email in described.emails)
        with_phone = together(self.by_phone.get(phone, []) for phone in described.phones)
        if not (with_email or with_phone):
            return self.find_by_name(described, acquainted)
        verdict = by_contact(described, with_email, with_phone, acquainted)
        if verdict.doubt == Doubt.HOUSEHOLD:
            by_name = self.find_by_name(described, acquainted)
            return by_name if by_name.known else verdict
        return verdict

    def find_by_name(self, described: Description, acquainted: Collection[Known] = ()) -> Verdict:
        """Who somebody is of whom only the name, and perhaps the postcode, tells."""
        namesakes = self.by_name.get(described.folded_name, []) if described.folded_name else []
        home, is_reachable = described.home, described.is_reachable
        at_home = [known for known in namesakes if known.postcode == home] if home else []
        if at_home:
            alike = [known for known in at_home if not differ(described.emails, known.emails)]
            return one_of(alike, acquainted) if alike else Verdict(None, Doubt.SAME_HOME, at_home[0])
        silent = [known for known in namesakes if not (is_reachable and known.is_reachable)]
        met_here = [known for known in silent if known in acquainted and not elsewhere(described, known)]
        if met_here:
            return Verdict(met_here[0])
        return Verdict(None, Doubt.SAME_NAME, silent[0]) if silent else NEW


def by_contact(
    described: Description, with_email: list[Known], with_phone: list[Known], acquainted: Collection[Known]
) -> Verdict:
    """Who somebody is whose e-mail or phone is on record."""
    email_says = [known for known in with_email if names_agree(described, known)]
    phone_says = [known for known in with_phone if names_agree(described, known)]
    both_say = [known for known in email_says if known in phone_says]
    if both_say:
        return one_of(namesakes_first(described, both_say), acquainted)
    if email_says and phone_says:
        return Verdict(None, Doubt.TWO_PEOPLE, email_says[0])
    if email_says:
        return one_of(namesakes_first(described, email_says), acquainted)
    if phone_says:
        verdict = one_of(namesakes_first(described, phone_says), acquainted)
        known = verdict.known
        if known and differ(described.emails, known.emails) and families_differ(described, known):
            return Verdict(None, Doubt.HOUSEHOLD, known)
        return verdict
    return Verdict(None, Doubt.HOUSEHOLD, (with_email or with_phone)[0])


def namesakes_first(described: Description, known: list[Known]) -> list[Known]:
    """Those of exactly this full name where there are any, all otherwise."""
    return [each for each in known if each.folded_name == described.folded_name] or known


def one_of(known: list[Known], acquainted: Collection[Known]) -> Verdict:
    """The one there is, or the one that was there; otherwise a doubt about the first."""
    if len(known) == 1:
        return Verdict(known[0])
    met_here = [each for each in known if each in acquainted]
    return Verdict(met_here[0]) if met_here else Verdict(None, Doubt.SEVERAL, known[0])


def names_agree(described: Description, known: Known) -> bool:
    """Whether the first names may be one person's; where one is missing, whether the last names may."""
    if not (known.given_name or known.family_name):
        return True
    if described.given_name and (known.given_name or known.known_as):
        names = [name for name in (known.given_name, known.known_as) if name]
        return any(same_given_name(described.given_name, name) for name in names) or swapped(described, known)
    if described.family_name and known.family_name:
        return same_family_name(described.family_name, known.family_name)
    return True


def families_differ(described: Description, known: Known) -> bool:
    """Whether both last names are there and clearly different."""
    both = described.family_name and known.family_name
    return bool(both) and not same_family_name(described.family_name, known.family_name)


def swapped(described: Description, known: Known) -> bool:
    """Whether first and last name stand in each other's column."""
    names = fold(described.given_name), fold(described.family_name)
    return all(names) and names == (fold(known.family_name), fold(known.given_name))


def differ(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether both sides have some and share none."""
    return bool(ours and theirs) and not set(ours) & set(theirs)


def elsewhere(described: Description, known: Known) -> bool:
    """Whether both postcodes are there, and neither is a part of the other."""
    ours, theirs = described.postcode, known.postcode
    return bool(ours and theirs) and not (ours.startswith(theirs) or theirs.startswith(ours))


def together(lists: Iterable[list[Known]]) -> list[Known]:
    """The people of several lists, each once, in order."""
    return list({known.key: known for listed in lists for known in listed}.values())

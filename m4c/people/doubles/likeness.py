"""Whether two people on record may be one, and why. Built on the rule by which a sheet's row finds its person.

A household is never a double: where first names differ clearly, nothing else that two people share speaks for it.
"""

from m4c.people.matching import (
    Description,
    Known,
    differ,
    elsewhere,
    families_differ,
    names_agree,
)
from m4c.people.models import DoubleSuggestion
from m4c.people.names import same_family_name

Reason = DoubleSuggestion.Reason


def why_one(a: Known, b: Known, share_a_group: bool = False) -> Reason | None:
    """The surest reason to ask whether two people are one; None where there is none."""
    described = described_by(a)
    if not (agree(a, b) and agree(b, a)):
        return None
    if set(a.emails) & set(b.emails):
        return Reason.EMAIL
    other_family = differ(a.emails, b.emails) and families_differ(described, b)
    if set(a.phones) & set(b.phones) and not other_family:
        return Reason.PHONE
    return why_one_by_name(a, b, described, share_a_group)


def why_one_by_name(a: Known, b: Known, described: Description, share_a_group: bool) -> Reason | None:
    """The same of two people who share no e-mail and no phone."""
    if not (has_full_name(a) and has_full_name(b)):
        return None
    same_name = a.folded_name == b.folded_name
    if described.home and a.postcode == b.postcode:
        if same_name:
            return Reason.HOME_OTHER_EMAIL if differ(a.emails, b.emails) else Reason.NAME_AND_HOME
        alike = same_family_name(a.family_name, b.family_name) and not differ(a.emails, b.emails)
        return Reason.LIKE_NAME_AND_HOME if alike else None
    tells_nothing = not (a.is_reachable and b.is_reachable) and not elsewhere(described, b)
    return Reason.NAME_AND_GROUP if same_name and share_a_group and tells_nothing else None


def agree(a: Known, b: Known) -> bool:
    """Whether the names of one may be those of the other, known-as names included."""
    return any(names_agree(described_by(a, name), b) for name in {a.given_name, a.known_as} if name) or (
        not (a.given_name or a.known_as) and names_agree(described_by(a), b)
    )


def described_by(known: Known, given_name: str | None = None) -> Description:
    """Somebody on record as a sheet would describe them, by their given name unless told by which."""
    return Description(
        given_name=known.given_name if given_name is None else given_name,
        family_name=known.family_name,
        emails=known.emails,
        phones=known.phones,
        postcode=known.postcode,
    )


def has_full_name(known: Known) -> bool:
    """Whether both a first and a last name are known: one alone is shared by too many."""
    return bool((known.given_name or known.known_as) and known.family_name)

"""What to call in public those who made commitments, for many at once; their private names stay unsaid.

Whoever promised something in a public office is named with it, also once they hold it no more: it was said in public.
An owner or anybody else without such an office is named by a second person's decision alone (press/naming.py), that of
the commitment's campaign, or of its group where it belongs to none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from m4c.campaigns.models import NamingDecision
from m4c.campaigns.press.naming import PUBLIC_BODIES, Naming, offices_of, without
from m4c.commitments.models import Commitment, Inheritance
from m4c.power.models import Institution, Office, Powerholder, Tenure

OURS = ("keeper", "made_by__person", "ask__asked_by")  # our own people, whom public pages do not name
IN_PUBLIC = PUBLIC_BODIES | {Institution.Kind.PARTY}  # whose offices are held before everybody


def is_public_office(office: Office | None) -> bool:
    """Whether it is an office in a body that answers to everybody."""
    return office is not None and office.institution.kind in IN_PUBLIC


def promised_in_public(commitment: Commitment) -> bool:
    """Whether it was promised in a public office, by somebody who is no private owner."""
    return is_public_office(commitment.office) and not commitment.powerholder.is_private_owner


def naming_their_speaker(found: "QuerySet[Commitment]", on: date) -> "QuerySet[Commitment]":
    """Those whose speaker is named: what `FaceNames.may_name` says of each, asked of the database."""
    holds = Tenure.objects.on(on).filter(powerholder=OuterRef("powerholder"))
    in_office = Exists(holds.filter(office__institution__kind__in=PUBLIC_BODIES))
    decided = NamingDecision.objects.filter(agreed=True, ended_at=None)
    on_them = decided.filter(powerholder=OuterRef("powerholder"))
    in_campaign = Exists(on_them.filter(campaign=OuterRef("campaign")))
    agreed = in_campaign | Exists(on_them.filter(group=OuterRef("group"))) & Q(campaign=None)
    is_public = Q(office__institution__kind__in=IN_PUBLIC) | Q(in_office)
    return found.filter(Q(powerholder__is_private_owner=False) & is_public | Q(agreed))


class FaceNames:
    """The names of these commitments' speakers, and of those who came after them. Two statements, none where all
    promised in public.
    """

    def __init__(self, commitments: Collection[Commitment], on: date, heirs: Iterable[Inheritance] = ()) -> None:
        self.commitments = commitments
        self.heirs: dict[int, list[Powerholder]] = defaultdict(list)
        for heir in heirs:
            self.heirs[heir.commitment_id].append(heir.powerholder)
        asked_about = [one.powerholder for one in commitments if not promised_in_public(one)]
        people = {one.pk: one for one in [*asked_about, *(one for rows in self.heirs.values() for one in rows)]}
        self.offices = offices_of(list(people.values()), on) if people else {}
        asked = NamingDecision.objects.filter(powerholder__in=list(people), agreed=True, ended_at=None)
        self.agreed = set(asked.values_list("campaign", "group", "powerholder")) if people else set()
        self.known: dict[int, Naming] = {}

    def of(self, commitment: Commitment) -> Naming:
        """What to call those whom one commitment names."""
        if commitment.pk not in self.known:
            own = (commitment.campaign_id, None if commitment.campaign_id else commitment.group_id)
            agreed = {pk for *whose, pk in self.agreed if tuple(whose) == own}
            agreed |= {commitment.powerholder_id} if promised_in_public(commitment) else set()
            people = [commitment.powerholder, *self.heirs[commitment.pk]]
            self.known[commitment.pk] = Naming(people, self.offices, agreed)
        return self.known[commitment.pk]

    @cached_property
    def ours(self) -> dict[int, set[str]]:
        """Names of our own people who had to do with each, read along as OURS: who keeps it, wrote it down or asked."""
        people = {
            one.pk: (one.keeper, one.made_by.person, one.ask.asked_by if one.ask else None) for one in self.commitments
        }
        return {pk: {person.name for person in ours if person} for pk, ours in people.items()}

    def say(self, commitment: Commitment, text: str) -> str:
        """A text of one as everybody may read it."""
        return unnamed(self.of(commitment).veil(text), self.ours.get(commitment.pk, ()), _("one of us")) if text else ""

    def speaker(self, commitment: Commitment) -> str:
        """Whoever promised, as they may be called."""
        return self.of(commitment).called(commitment.powerholder)

    def may_name(self, commitment: Commitment) -> bool:
        """Whether its speaker is named."""
        return self.of(commitment).may_name(commitment.powerholder)

    def office(self, commitment: Commitment) -> str:
        """The office that they held then, with its body; blank where they are not named."""
        if not self.may_name(commitment):
            return ""
        office = commitment.office
        body = office.institution.name if office else ""
        words = commitment.office_words or (office.name if office else "")
        return ", ".join(filter(None, (words, body if body not in words else "")))


def unnamed(text: str, ours: Iterable[str], instead: str) -> str:
    """A text in which the names of our own people are not said."""
    for name in ours:
        if len(name.split()) > 1:
            text = without(text, name, instead)
    return text

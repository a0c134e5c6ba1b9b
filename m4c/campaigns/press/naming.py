"""Whom a public page may name: who holds a public office, and anybody else by a second person's decision alone.

Until then they are "the owner", and what others wrote says so too wherever it says their name.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from m4c.campaigns.models import Approach, Campaign, NamingDecision, Target
from m4c.power.models import Institution, Office, Powerholder, Tenure

Kind = Institution.Kind
PUBLIC_BODIES = {Kind.PARLIAMENT, Kind.MINISTRY, Kind.COUNCIL, Kind.POLICE, Kind.NHS, Kind.SCHOOL}
TITLES = r"(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor)\.?\s+)"
WAYS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?:\+44|\b0)\d[\d ()-]{7,}\d")  # an address or a number of somebody's
TITLE = re.compile(f"^{TITLES}+", re.IGNORECASE)
SENTENCE_ENDS = re.compile(r"(?:^|[.!?:\n“\"]\s*)$")


class Naming:
    """What to call the powerholders of one campaign in public, by the offices they hold and what was decided."""

    def __init__(self, powerholders: Iterable[Powerholder], offices: Mapping[int, Office], agreed: Collection[int]):
        self.powerholders = {one.pk: one for one in powerholders}
        self.offices, self.agreed = offices, agreed

    @classmethod
    def of(cls, campaign: Campaign, powerholders: Iterable[Powerholder], on: date) -> "Naming":
        """As it is on a day. Two statements."""
        told = list(powerholders)
        agreed = NamingDecision.objects.filter(campaign=campaign, agreed=True, ended_at=None)
        return cls(told, offices_of(told, on), set(agreed.values_list("powerholder", flat=True)))

    def may_name(self, powerholder: Powerholder) -> bool:
        """Whether a public page names them."""
        return powerholder.pk in self.agreed or not self.needs_decision(powerholder)

    def needs_decision(self, powerholder: Powerholder) -> bool:
        """Whether they hold no public office, so that two people must decide."""
        return powerholder.is_private_owner or powerholder.pk not in self.offices

    @property
    def waiting(self) -> list[Powerholder]:
        """Those who hold no public office: it is decided, or to be decided, whether they are named."""
        return [one for one in self.powerholders.values() if self.needs_decision(one)]

    def called(self, powerholder: Powerholder) -> str:
        """Their name, or what they are called until it is decided."""
        if self.may_name(powerholder):
            return powerholder.name
        return _("the owner") if powerholder.is_private_owner else _("the decision-maker")

    def role(self, powerholder: Powerholder) -> str:
        """The public office of theirs, and where; blank where there is none, or they are not named."""
        office = self.offices.get(powerholder.pk)
        return f"{office.name}, {office.institution.name}" if office and self.may_name(powerholder) else ""

    def veil(self, text: str) -> str:
        """A text without the names that may not be told, and without anybody's e-mail address or number."""
        text = WAYS.sub("…", text)
        for one in self.powerholders.values():
            if not self.may_name(one):
                text = without(text, one.name, self.called(one))
        return text

    def tells(self, text: str) -> bool:
        """Whether a text says a name that may not be told."""
        return any(text != without(text, one.name, "…") for one in self.powerholders.values() if not self.may_name(one))


def offices_of(powerholders: Collection[Powerholder], on: date) -> dict[int, Office]:
    """The public office that each of them holds on a day, by id. One statement."""
    held = Tenure.objects.on(on).filter(powerholder__in=[one.pk for one in powerholders])
    held = held.filter(office__institution__kind__in=PUBLIC_BODIES).select_related("office__institution")
    return {tenure.powerholder_id: tenure.office for tenure in held}


def names_veiled(campaigns: Collection[Campaign], on: date) -> dict[int, Naming]:
    """The same for many campaigns, of those at whom they aim or whom they approached, by id. Four statements."""
    aimed = Target.objects.filter(campaign__in=campaigns).order_by().values_list("campaign", "powerholder")
    asked = Approach.objects.filter(campaign__in=campaigns).order_by().values_list("campaign", "powerholder")
    pairs = list(aimed.union(asked))
    people = Powerholder.objects.in_bulk({pk for _of, pk in pairs})
    at: dict[int, list[Powerholder]] = defaultdict(list)
    for of, pk in pairs:
        at[of].append(people[pk])
    offices = offices_of(people.values(), on)
    agreed = NamingDecision.objects.filter(campaign__in=campaigns, agreed=True, ended_at=None)
    named = set(agreed.values_list("campaign", "powerholder"))
    return {
        campaign.pk: Naming(at[campaign.pk], offices, {pk for of, pk in named if of == campaign.pk})
        for campaign in campaigns
    }


def without(text: str, name: str, instead: str) -> str:
    """A text in which something else stands for a name: whole, by its last word, or with a title before it."""
    bare = TITLE.sub("", name.strip())
    last = bare.split()[-1] if bare.split() else ""
    forms = [re.escape(name.strip()), TITLES + "?" + r"\s+".join(map(re.escape, bare.split()))]
    if len(last) > 2:
        forms.append(TITLES + "?" + re.escape(last))

    def stand_in(match: "re.Match[str]") -> str:
        begins = SENTENCE_ENDS.search(text[: match.start()])
        return instead[0].upper() + instead[1:] if begins and instead else instead

    return re.sub(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", stand_in, text, flags=re.IGNORECASE) if bare else text

"""Whom a public page may name: who holds a public office, and anybody else by a second person's decision alone.

Until then they are "the owner", and what others wrote says so too wherever it says their name.
"""

import re
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from m4c.campaigns.models import Campaign, NamingDecision
from m4c.power.models import Institution, Powerholder, Tenure

Kind = Institution.Kind
PUBLIC_BODIES = {Kind.PARLIAMENT, Kind.MINISTRY, Kind.COUNCIL, Kind.POLICE, Kind.NHS, Kind.SCHOOL}
TITLES = r"(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor)\.?\s+)"
WAYS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?:\+44|\b0)\d[\d ()-]{7,}\d")  # an address or a number of somebody's
TITLE = re.compile(f"^{TITLES}+", re.IGNORECASE)
SENTENCE_ENDS = re.compile(r"(?:^|[.!?:\n“\"]\s*)$")


class Naming:
    """What to call the powerholders of one campaign in public on a day. Two statements."""

    def __init__(self, campaign: Campaign, powerholders: Iterable[Powerholder], on: date) -> None:
        self.powerholders = {one.pk: one for one in powerholders}
        held = Tenure.objects.on(on).filter(powerholder__in=self.powerholders).select_related("office__institution")
        self.offices = {
            tenure.powerholder_id: tenure.office for tenure in held if tenure.office.institution.kind in PUBLIC_BODIES
        }
        agreed = NamingDecision.objects.filter(campaign=campaign, agreed=True, ended_at=None)
        self.agreed = set(agreed.values_list("powerholder", flat=True))

    def may_name(self, powerholder: Powerholder) -> bool:
        """Whether a public page names them."""
        return powerholder.pk in self.agreed or not self.needs_decision(powerholder)

    def needs_decision(self, powerholder: Powerholder) -> bool:
        """Whether they hold no public office, so that two people must decide."""
        return powerholder.is_private_owner or powerholder.pk not in self.offices

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

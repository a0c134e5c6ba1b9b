"""Whom a campaign's map may show: powerholders, bodies and groups, found by name; private people never."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Target
from m4c.core.pages import row_at
from m4c.people.models import Account, Group
from m4c.power.models import Influence, Institution, Office, Powerholder, Tenure

MOST = 12
KIND_WORDS = {"powerholder": _("powerholder"), "institution": _("body"), "group": _("group")}
MODELS: dict[str, type[Any]] = {"powerholder": Powerholder, "institution": Institution, "group": Group}
Who = Powerholder | Institution | Group


@dataclass(frozen=True)
class Found:
    """Somebody who may be placed."""

    kind: str
    who: Who

    @property
    def key(self) -> str:
        """How it is named in an address."""
        return f"{self.kind}:{self.who.uid}"

    @property
    def kind_words(self) -> "str | Promise":
        """What it is."""
        return KIND_WORDS[self.kind]


def who_of(account: Account, typed: str) -> Found | None:
    """Whom an address names: `powerholder:` and a uid. None for anything else, and for anybody one may not see."""
    kind, _colon, uid = typed.partition(":")
    model = MODELS.get(kind)
    who = row_at(model._default_manager.visible_to(account), uid) if model else None
    return Found(kind, who) if who else None


def near_at_hand(campaign: Campaign, account: Account, placed: set[str]) -> list[Found]:
    """Those whom a map of this campaign begins with and that are not placed: its targets, the bodies in which they
    hold an office, whoever has a line of influence to them, and the group itself.
    """
    targets = Target.objects.visible_to(account).filter(campaign=campaign, until=None).select_related("powerholder")
    people = [target.powerholder for target in targets]
    tenures = Tenure.objects.visible_to(account).filter(powerholder__in=people, ended_on=None).order_by()
    offices = Office.objects.visible_to(account).filter(pk__in=tenures.values("office")).order_by()
    bodies = Institution.objects.visible_to(account).filter(pk__in=offices.values("institution"))
    found = [Found("powerholder", each) for each in people]
    found += [Found("institution", body) for body in bodies]
    lines = Influence.objects.visible_to(account).filter(to_powerholder__in=people, until=None)
    for line in lines.select_related("from_powerholder", "from_institution")[:MOST]:
        if line.from_powerholder:
            found.append(Found("powerholder", line.from_powerholder))
        elif line.from_institution:
            found.append(Found("institution", line.from_institution))
    found.append(Found("group", campaign.group))
    return list({each.key: each for each in found if each.key not in placed}.values())


def found_by(account: Account, words: str) -> list[Found]:
    """Those whose name holds all of some words."""
    parts = words.replace("\0", "").split()
    if not parts:
        return []
    holds = Q()
    for part in parts:
        holds &= Q(name__icontains=part)
    return [
        Found(kind, who)
        for kind, model in MODELS.items()
        for who in model._default_manager.visible_to(account).filter(holds, **standing(model)).order_by("name")[:MOST]
    ]


def standing(model: type[Any]) -> dict[str, None]:
    """Without those that ended, where that is known."""
    return {"ended_on": None} if any(field.name == "ended_on" for field in model._meta.fields) else {}

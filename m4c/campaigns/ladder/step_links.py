"""What other parts add to a step's page: where the press note of it is written, say. Each part tells its own here."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.permissions import Permission
from m4c.core.register import Register


@dataclass(frozen=True, eq=False)
class StepLink:
    """A page about a step, by the name of its address, which takes the campaign's uid and `?step=`."""

    label: "str | Promise"
    route: str
    allow: Permission
    icon: str = ""


STEP_LINKS: Register[StepLink] = Register("Pages that a step's own leads to.")


def links_of(account: Any, step: Any) -> list[dict[str, Any]]:
    """Those that the account may open, as far as their addresses stand."""
    found = []
    for link in STEP_LINKS.all():
        if not account.may_somewhere(link.allow):
            continue
        try:
            address = reverse(link.route, kwargs={"uid": step.campaign.uid})
        except NoReverseMatch:
            continue
        found.append({"label": link.label, "url": f"{address}?step={step.uid}", "icon": link.icon})
    return found


def register() -> None:
    """The press note of a step."""
    STEP_LINKS.add("press-note", StepLink(_("Write the press note"), "write-press-note", RUN_CAMPAIGNS, "newspaper"))

"""What a commitment's page gathers: panels and tabs of all its parts, each told by the package that keeps the part.

A panel of an order below 10 stands right below the words, as what to do next; of the others those below 50 stand in
the wide column, after its history, and the rest beside it.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from m4c.core.panels import Panel
from m4c.core.permissions import Permission
from m4c.core.register import Register

BESIDE = 50  # panels from this order on stand beside the rest, where there is room


@dataclass(frozen=True, eq=False)
class CommitmentTab:
    """A page of a commitment, by the name of its address, which takes the commitment's uid."""

    label: "str | Promise"
    route: str
    allow: Permission
    order: int


COMMITMENT_PANELS: Register[Panel] = Register("Panels on a commitment's page.")
COMMITMENT_TABS: Register[CommitmentTab] = Register("Pages of a commitment, as tabs above each of them.")


def commitment_tabs(account: Any, commitment: Any, current: str) -> list[dict[str, Any]]:
    """The pages of a commitment that the account may open; `current` is the route of the page that shows them."""
    shown = [
        tab for tab in sorted(COMMITMENT_TABS.all(), key=lambda tab: tab.order) if account.may_somewhere(tab.allow)
    ]
    return [
        {"label": tab.label, "url": reverse(tab.route, kwargs={"uid": commitment.uid}), "current": tab.route == current}
        for tab in shown
    ]

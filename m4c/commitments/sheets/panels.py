"""Commitments on other pages: what somebody in power promised, what a group was promised, what one keeps watch on."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.record.board import Asked, of_status
from m4c.commitments.record.board_page import lines_of
from m4c.commitments.sheets.copying import promises_told
from m4c.core.panels import GROUP_PANELS, PERSON_PANELS, Panel
from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.people.models import Account, Group, Person
from m4c.power.models import Powerholder
from m4c.power.powerholder_panels import COPY_PARTS, POWERHOLDER_PANELS, CopyPart

NEWEST = 5
TEMPLATE = "commitments/commitments_panel.html"


def shown(account: Account, more: str, about: dict[str, int]) -> dict[str, Any] | None:
    """The latest of these, how they stand today, and where the rest are; None where there is none. One statement."""
    asked = Asked(timezone.localdate(), about=about)
    return told(list(of_status(account, asked, "")[: NEWEST + 1]), asked.on, more)


@prepared
def latest_to(account: Account, group: Group, today: date) -> "QuerySet[Commitment]":
    """The latest that were promised to a group and those below it, and one more than are shown."""
    return of_status(account, Asked(today, group), "")[: NEWEST + 1]


def told(rows: list[Commitment], today: date, more: str) -> dict[str, Any] | None:
    """These as the panel shows them."""
    if not rows:
        return None
    address = f"{reverse('commitments')}?{more}" if len(rows) > NEWEST else ""
    return {"lines": lines_of(rows[:NEWEST], today), "more": address}


def promised_by(account: Account, powerholder: Powerholder) -> dict[str, Any] | None:
    """What they promised, as far as one sees it."""
    return shown(account, f"powerholder={powerholder.uid}", {"powerholder": powerholder.pk})


def promised_to(account: Account, group: Group) -> dict[str, Any] | None:
    """What was promised to a group and those below it."""
    today = timezone.localdate()
    return told(latest_to(account, group, today), today, f"group={group.slug}")


def kept_by(account: Account, person: Person) -> dict[str, Any] | None:
    """What somebody keeps watch on, as far as one sees it."""
    return shown(account, f"keeper={person.uid}", {"keeper": person.pk})


def of_group(group: Any) -> Rows:
    """Those of the group itself: those below it do not make a panel."""
    return Rows(Commitment, Q(group=group))


def register() -> None:
    """Put them on the pages, and into a powerholder's copy."""
    POWERHOLDER_PANELS.add(
        "commitments",
        Panel(
            _("What they promised"),
            TEMPLATE,
            promised_by,
            SEE_COMMITMENTS,
            25,
            rows=lambda powerholder: Rows(Commitment, Q(powerholder=powerholder)),
        ),
    )
    COPY_PARTS.add("commitments", CopyPart(_("What is on record that you promised"), promises_told, 95))
    group = Panel(_("What was promised"), TEMPLATE, promised_to, SEE_COMMITMENTS, 33, rows=of_group)
    GROUP_PANELS.add("commitments", group)
    kept = Panel(
        _("Keeps watch on"),
        TEMPLATE,
        kept_by,
        SEE_COMMITMENTS,
        46,
        rows=lambda person: Rows(Commitment, Q(keeper=person)),
    )
    PERSON_PANELS.add("commitments", kept)

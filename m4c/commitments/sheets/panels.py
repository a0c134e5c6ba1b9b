"""Commitments on other pages: what somebody in power promised, what a group was promised, what one keeps watch on."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.record.board import of_status
from m4c.commitments.record.board_page import lines_of
from m4c.core.panels import GROUP_PANELS, PERSON_PANELS, Panel
from m4c.core.visibility import Rows
from m4c.people.models import Account, Group, Person
from m4c.people.sight import within
from m4c.power.models import Powerholder
from m4c.power.powerholder_panels import COPY_PARTS, POWERHOLDER_PANELS, CopyPart
from m4c.power.record.copying import Row, rows_of

NEWEST = 5
TEMPLATE = "commitments/commitments_panel.html"


def shown(found: "QuerySet[Commitment]", more: str) -> dict[str, Any] | None:
    """The latest of these, how they stand today, and where the rest are; None where there is none. One statement."""
    today = timezone.localdate()
    rows = list(of_status(found.filter(made_on__lte=today), "", today)[: NEWEST + 1])
    if not rows:
        return None
    return {"lines": lines_of(rows[:NEWEST], today), "more": more if len(rows) > NEWEST else ""}


def board(**about: object) -> str:
    """The board of those about something."""
    told = "&".join(f"{name}={value}" for name, value in about.items())
    return f"{reverse('commitments')}?{told}"


def promised_by(account: Account, powerholder: Powerholder) -> dict[str, Any] | None:
    """What they promised, as far as one sees it."""
    found = Commitment.objects.visible_to(account).filter(powerholder=powerholder)
    return shown(found, board(powerholder=powerholder.uid))


def promised_to(account: Account, group: Group) -> dict[str, Any] | None:
    """What was promised to a group and those below it."""
    return shown(Commitment.objects.visible_to(account).filter(within("group__path", group)), board(group=group.slug))


def kept_by(account: Account, person: Person) -> dict[str, Any] | None:
    """What somebody keeps watch on, as far as one sees it."""
    found = Commitment.objects.visible_to(account).filter(keeper=person)
    return shown(found, board(keeper="me") if person.pk == account.person_id else "")


def of_group(group: Any) -> Rows:
    """Those of the group itself: those below it do not make a panel."""
    return Rows(Commitment, Q(group=group))


def promises_told(powerholder: Powerholder) -> Sequence[Row]:
    """What is on record that they promised."""
    rows = Commitment.objects.filter(powerholder=powerholder)
    return rows_of(
        rows, "reference", "made_on", "occasion", "words", "measure", "target", "unit", "due_on", "due_words"
    )


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

"""What the page of an assembly shows besides its forms, of what the account sees."""

from typing import Any

from django.db.models import Q

from m4c.campaigns.models import Campaign
from m4c.commitments.assembly.afterwards import out_of
from m4c.commitments.assembly.show import SHEETS, show_of
from m4c.commitments.models import Assembly, RollCall
from m4c.commitments.table.page import asks_seen, commitments_of, minutes_of, rows_of
from m4c.events.models import Event
from m4c.people.models import Account


def page_of(account: Account, assembly: Assembly, has_begun: bool) -> dict[str, Any]:
    """Its run of show, asks and answers, roll, minutes, and what is left to do once it has begun. A constant number of
    statements.
    """
    rows = rows_of(account, asks_seen(account, Q(event=assembly.event_id)))
    roll = list(RollCall.objects.visible_to(account).filter(assembly=assembly))
    items = show_of(account, assembly)
    page = {
        "campaign": Campaign.objects.visible_to(account).filter(pk=assembly.campaign_id or 0).first(),
        "items": items,
        "ends_at": items[-1].ends_at if items else None,
        "rows": rows,
        "roll": roll,
        "roll_total": sum(one.number or 0 for one in roll),
        "commitments": commitments_of(account, [row.ask for row in rows]),
        "minutes": minutes_of(account, assembly.event_id),
        "follow_up": Event.objects.visible_to(account).filter(pk=assembly.follow_up_id or 0).first(),
        "sheets": [(role, one.name) for role, one in SHEETS.items()],
    }
    return page | {"to_do": out_of(account, assembly, page) if has_begun else []}

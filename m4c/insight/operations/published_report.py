"""Publish a group's report for everybody, and withdraw it."""

from datetime import datetime
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_address
from m4c.insight.models import PublishedReport
from m4c.insight.permissions import PUBLISH_REPORTS
from m4c.insight.so_far import Period
from m4c.people.models import Account, Group


class PublishRefused(Refused):
    """The report is not fit to be published."""


@operation(PUBLISH_REPORTS, on="group", public=True)
def publish_report(
    *, group: Group, period: Period, figures: dict[str, Any], pictures: dict[str, Any], by: Account, at: datetime
) -> PublishedReport:
    """Publish a group's figures, made public by `public_figures` before; the movement's own group is all of it.

    Raises PublishRefused where there is nothing to tell, or the figures still hold leaders.
    """
    if "by_leader" in figures:
        raise PublishRefused(_("Figures about leaders are never published."), code="leaders")
    if not figures["by_group"]:
        raise PublishRefused(_("There is nothing to publish in this period yet."), code="empty")
    return PublishedReport.objects.create(
        slug=free_address(PublishedReport, address_of(group, period)),
        group=group,
        first_day=period.first,
        last_day=period.last,
        figures=figures,
        pictures=pictures,
        published_by=by,
        published_at=at,
    )


@operation(PUBLISH_REPORTS, on="report", public=True)
def withdraw_report(*, report: PublishedReport, by: Account, at: datetime) -> PublishedReport:
    """Take a published report off the public pages; its row stays as a record that it was there."""
    change(report, withdrawn_by=by, withdrawn_at=at)
    return report


def address_of(group: Group, period: Period) -> str:
    """An address that says whose report it is and of when."""
    return f"{slugify(group.name)[:100] or 'group'}-{period.first}-{period.last}"

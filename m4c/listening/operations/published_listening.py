"""Publish a campaign's listening report for everybody, and withdraw it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_address
from m4c.listening.models import ListeningCampaign, PublishedListening
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.themes.report import ListeningReport
from m4c.people.models import Account


class PublishRefused(Refused):
    """The report is not fit to be published."""


@operation(RUN_LISTENING, on="campaign", public=True)
def publish_listening(*, campaign: ListeningCampaign, at: datetime, by: Account) -> list[PublishedListening]:
    """Publish the public version as it stands now, the new report first; one published before is withdrawn by that.

    Two versions side by side would tell by their difference what a few people said in between. Raises PublishRefused
    where no theme was raised by as many people as may be told of.
    """
    report = ListeningReport(campaign, by, public=True)
    if not report.themes:
        raise PublishRefused(
            _("There is nothing to publish yet: no theme was raised by five people or more."), code="empty"
        )
    before = list(PublishedListening.objects.filter(campaign=campaign, withdrawn_at=None).select_for_update())
    for each in before:
        change(each, withdrawn_by=by, withdrawn_at=at)
    published = PublishedListening.objects.create(
        slug=free_address(PublishedListening, campaign.slug),
        campaign=campaign,
        told=report.kept(),
        published_by=by,
        published_at=at,
    )
    return [published, *before]


@operation(RUN_LISTENING, on="report", public=True)
def withdraw_listening(*, report: PublishedListening, at: datetime, by: Account) -> PublishedListening:
    """Take a published report off the public pages; its row stays as a record that it was there. Twice is once."""
    if report.withdrawn_at is None:
        change(report, withdrawn_by=by, withdrawn_at=at)
    return report

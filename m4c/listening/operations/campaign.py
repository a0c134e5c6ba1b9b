"""Plan listening campaigns, mend them, look back half way, and open and close their questions to strangers."""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_slug
from m4c.events.models import Event
from m4c.listening.models import ListeningCampaign, Question
from m4c.listening.models.campaign import NAMES_EACH, VISITS_EACH
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account, Group

MOST_VISITS = 100


class CampaignRefused(Refused):
    """The campaign would not hold."""


@dataclass(frozen=True)
class NewCampaign:
    """A listening campaign as it is planned; without a day of its own the review stands half way."""

    name: str
    starts_on: date
    ends_on: date
    place: str = ""
    about: str = ""
    visits_each: int = VISITS_EACH
    names_each: int = NAMES_EACH
    review_on: date | None = None
    report_back: Event | None = None


@operation(RUN_LISTENING, on="group")
def plan_campaign(*, group: Group, new: NewCampaign, by: Account) -> ListeningCampaign:
    """Plan a listening campaign of a group. Raises CampaignRefused."""
    check(group, new)
    check_event(new, by)
    return make_campaign(group=group, new=new, made_by=by)


@operation(RUN_LISTENING, on="campaign", public=True)
def change_campaign(*, campaign: ListeningCampaign, new: NewCampaign, by: Account) -> ListeningCampaign:
    """Change the plan of a campaign; its public address stays. Raises CampaignRefused."""
    check(campaign.group, new, besides=campaign.pk)
    if new.report_back != campaign.report_back:
        check_event(new, by)
    change(campaign, **values_of(new))
    return campaign


@operation(RUN_LISTENING, on="campaign")
def review_campaign(*, campaign: ListeningCampaign, words: str, at: datetime, by: Account) -> ListeningCampaign:
    """Keep what the review half way said; said again, the newer words stand. Raises CampaignRefused for no words."""
    if not words.strip():
        raise CampaignRefused(_("Write what the review said."), field="words", code="no_words")
    change(campaign, review=words.strip(), reviewed_at=at)
    return campaign


@operation(RUN_LISTENING, on="campaign", public=True)
def open_questions(*, campaign: ListeningCampaign, at: datetime, by: Account) -> ListeningCampaign:
    """Let strangers answer the campaign's questions by its public page. Raises CampaignRefused without a question."""
    if not Question.objects.filter(campaign=campaign, struck_at=None).exists():
        raise CampaignRefused(_("Write a question first: the page would be empty."), code="no_question")
    if not campaign.is_open:
        change(campaign, opened_at=at, closed_at=None)
    return campaign


@operation(RUN_LISTENING, on="campaign", public=True)
def close_questions(*, campaign: ListeningCampaign, at: datetime, by: Account) -> ListeningCampaign:
    """Take the public page away; what was answered stays. Twice is once."""
    if campaign.is_open:
        change(campaign, closed_at=at)
    return campaign


def make_campaign(*, group: Group, new: NewCampaign, made_by: Account) -> ListeningCampaign:
    """Write a campaign with an address of its own."""
    campaign = ListeningCampaign(
        group=group, slug=free_slug(ListeningCampaign, new.name, "listening"), made_by=made_by, **values_of(new)
    )
    campaign.save()
    return campaign


def values_of(new: NewCampaign) -> dict[str, object]:
    """The fields of a plan, with the day of the review."""
    half_way = new.starts_on + timedelta(days=(new.ends_on - new.starts_on).days // 2)
    values = {field.name: getattr(new, field.name) for field in fields(new)}
    texts = {"name": " ".join(new.name.split()), "place": new.place.strip(), "about": new.about.strip()}
    return values | texts | {"review_on": new.review_on or half_way}


def check(group: Group, new: NewCampaign, besides: int | None = None) -> None:
    """Raise CampaignRefused for a plan without a name, of a name that stands, or of days or figures that cannot be."""
    if not new.name.strip():
        raise CampaignRefused(_("Give the campaign a name."), field="name", code="no_name")
    same = ListeningCampaign.objects.filter(group=group, name__iexact=" ".join(new.name.split()))
    if same.exclude(pk=besides or 0).exists():
        raise CampaignRefused(_("This group has a listening campaign of that name."), field="name", code="name_taken")
    if new.ends_on < new.starts_on:
        raise CampaignRefused(_("It ends after it begins."), field="ends_on", code="ends_before")
    if new.review_on and not new.starts_on <= new.review_on <= new.ends_on:
        raise CampaignRefused(
            _("The review is held while the campaign runs."), field="review_on", code="review_outside"
        )
    if not 1 <= new.visits_each <= MOST_VISITS:
        raise CampaignRefused(
            _("Ten visits each is usual; a hundred are the most."), field="visits_each", code="visits"
        )


def check_joins(campaign: ListeningCampaign | None, group: Group, by: Account) -> None:
    """Raise CampaignRefused where what a group does is to be part of a campaign that is not its own or one above's, or
    that the account may not see.
    """
    if campaign is None:
        return
    seen = by.system or ListeningCampaign.objects.visible_to(by).filter(pk=campaign.pk).exists()
    if not seen or campaign.group.path not in group.ancestor_paths:
        raise CampaignRefused(_("This group is not part of that campaign."), field="campaign", code="not_theirs")


def check_event(new: NewCampaign, by: Account) -> None:
    """Raise CampaignRefused for an event to report back at that the account may not see."""
    if new.report_back and not Event.objects.visible_to(by).filter(pk=new.report_back.pk).exists():
        raise CampaignRefused(_("There is no such event."), field="report_back", code="no_event")

"""Where a concern belongs: put back once it was struck, put into a listening campaign, or left out of it."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, change_many, operation
from m4c.listening.models import Concern, ListeningCampaign
from m4c.listening.operations.concern import ConcernRefused, cannot_be_written, check_ones_own
from m4c.listening.permissions import HEAR, RUN_LISTENING
from m4c.people.models import Account


@operation(HEAR, on="concern")
def put_back_concern(*, concern: Concern, by: Account) -> Concern:
    """A concern was struck by mistake: it counts again, under the theme where it stood. Twice is once.

    Raises NotAllowed for words that somebody else wrote down, unless one runs the group's listening.
    """
    check_ones_own(concern, by)
    change(concern, struck_at=None)
    return concern


@operation(RUN_LISTENING, on="campaign")
def put_in_campaign(*, campaign: ListeningCampaign, concerns: Sequence[Concern], by: Account) -> list[Concern]:
    """Let concerns of the campaign's group, or of one below it, count for the campaign. They stand under no theme
    there yet. Raises ConcernRefused for one that the account does not see, or of a group or a campaign elsewhere.
    """
    ids = {concern.pk for concern in concerns}
    if Concern.objects.visible_to(by).filter(pk__in=ids).count() < len(ids):
        raise cannot_be_written()
    if any(not concern.group.path.startswith(campaign.group.path) for concern in concerns):
        raise ConcernRefused(_("That was heard in another group."), code="elsewhere")
    if any(concern.campaign_id not in (None, campaign.pk) for concern in concerns):
        raise ConcernRefused(_("That belongs to another campaign. Leave it out there first."), code="of_another")
    moved = {"campaign": campaign, "theme": None, "theme_since": None}
    return change_many({concern: moved for concern in concerns if concern.campaign_id is None})


@operation(RUN_LISTENING, on="concern")
def leave_out_of_campaign(*, concern: Concern, by: Account) -> Concern:
    """A concern was put into a campaign by mistake: it stays written down where it was said, and counts there no more.

    Twice is once. Raises ConcernRefused for an answer to the campaign's own questions.
    """
    if concern.questionnaire_id:
        raise ConcernRefused(_("It answers the campaign's own questions: strike it, if it is wrong."), code="answers")
    if concern.campaign_id:
        change(concern, campaign=None, theme=None, theme_since=None)
    return concern

"""Say what a group is for, in its own words; what it said before stays to be read."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.people.models import Account, Group, GroupPurpose
from m4c.people.permissions import LOOK_AFTER_GROUPS

MOST = 300  # characters


class PurposeRefused(Refused):
    """The words say nothing, or too much."""


@operation(LOOK_AFTER_GROUPS, on="group")
def say_purpose(*, group: Group, words: str, at: datetime, by: Account) -> GroupPurpose:
    """Say what a group is for, in a sentence or two; the same words again change nothing. Raises PurposeRefused."""
    said = " ".join(words.split())
    if not said:
        raise PurposeRefused(_("Say it in a sentence of your own."), field="words", code="blank")
    if len(said) > MOST:
        raise PurposeRefused(
            _("Keep it to {number} characters: a sentence that everybody in the group could say.").format(number=MOST),
            field="words",
            code="too_long",
        )
    latest = GroupPurpose.objects.filter(group=group).first()
    if latest and latest.words == said:
        return latest
    return GroupPurpose.objects.create(group=group, words=said, at=at, by=by)

"""The tabs above every list of conversations."""

from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.listening.permissions import SEE_CONVERSATIONS
from m4c.people.models import Account


def tabs(account: Account, current: str) -> list[dict[str, object]]:
    """One's own of each kind, and for those who see a group's, the group's."""
    shown = [("one-to-ones", _("Your 1-2-1s")), ("house-meetings", _("Your house meetings"))]
    if account.may_somewhere(SEE_CONVERSATIONS):
        shown += [("all-one-to-ones", _("All 1-2-1s")), ("all-house-meetings", _("All house meetings"))]
    return [{"label": label, "url": reverse(name), "current": name == current} for name, label in shown]

"""The tabs above the lists of power."""

from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.people.models import Account
from m4c.power.permissions import SEE_RESEARCH


def tabs(account: Account, current: str) -> list[dict[str, object]]:
    """The lists that an account may open; `current` is the route of the page."""
    lists = [
        ("powerholders", _("Powerholders")),
        ("who-represents", _("By postcode")),
        ("councils", _("Councils")),
        ("institutions", _("Institutions")),
        ("sites", _("Sites")),
    ]
    if account.may_somewhere(SEE_RESEARCH):
        lists.append(("research-meetings", _("Research meetings")))
    lists.append(("power-loads", _("Tables loaded")))
    return [{"label": label, "url": reverse(route), "current": route == current} for route, label in lists]

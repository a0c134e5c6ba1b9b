"""What people itself adds to a person's page: who welcomes somebody who joined by the site."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.people.models import Account, Person, Welcome
from m4c.people.naming import names_of
from m4c.people.permissions import HAND_OVER_WELCOMES, WELCOME


def welcome_of(account: Account, person: Person) -> dict[str, Any] | None:
    """Somebody's latest welcome: who gives it and by when, or who gave it."""
    seen = Welcome.objects.visible_to(account).filter(person=person).select_related("group", "welcomer", "welcomed_by")
    welcome = seen.order_by("-made_at", "-pk").first()
    if welcome is None:
        return None
    who = welcome.welcomed_by or welcome.welcomer
    is_open, here = welcome.welcomed_at is None, [frozenset([welcome.group.path])]
    return {
        "welcome": welcome,
        "who": names_of(account, [who.person_id]).get(who.person_id) if who else None,
        "is_own": who == account,
        "is_late": is_open and welcome.due_on < timezone.localdate(),
        "may_give": is_open and account.may(WELCOME, here),
        "may_hand_over": is_open and account.may(HAND_OVER_WELCOMES, here),
    }


def register() -> None:
    """Put the panel on its page."""
    PERSON_PANELS.add("people.welcome", Panel(_("Their welcome"), "people/person_welcome.html", welcome_of, WELCOME, 5))

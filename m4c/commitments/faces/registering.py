"""What others read of the public pages of commitments."""

from django.utils.translation import gettext_lazy as _

from m4c.commitments.faces import campaigns, names_today, panels
from m4c.commitments.models import Follower, PublicName
from m4c.people.access.own import BY_EMAIL, has_email
from m4c.people.access.sources import Table, hold
from m4c.people.erasing import by_email, goes, tells_of_nobody


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
    goes(Follower, "email", _("that they follow a commitment by e-mail"), rows=by_email(Follower))
    told = ("commitment", "email", "asked_at", "confirmed_at", "told_at")
    following = Table(Follower, where=has_email, always=BY_EMAIL, only=told)
    hold("commitments.following", _("Commitments that you follow"), following)
    tells_of_nobody(PublicName, why="the address of the page of an office-holder or a body, made of its public name")
    campaigns.register()
    names_today.register()
    panels.register()

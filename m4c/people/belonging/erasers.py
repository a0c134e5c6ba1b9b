"""What becomes of asking, inviting, leaving and sitting for a body when somebody is erased."""

from django.utils.translation import gettext_lazy as _

from m4c.people.erasing import by_email, goes, tells_of_nobody
from m4c.people.models import Delegate, JoinRequest, Leaving, LeavingLink, MemberBody, OpenInvitation


def register() -> None:
    """Tell what goes."""
    goes(JoinRequest, "person", _("asking to come into a group"))
    goes(JoinRequest, "email", _("asking to come into a group, not yet answered"), rows=by_email(JoinRequest))
    goes(Leaving, "person", _("having left a group on their own wish"))
    goes(LeavingLink, "person", _("links by which they leave a group"))
    goes(Delegate, "person", _("sitting for a body in a coalition"))
    tells_of_nobody(OpenInvitation, MemberBody, why="what bodies do; who came by it stands with their membership")

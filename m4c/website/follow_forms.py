"""The public form by which somebody follows a commitment."""

from django.utils.translation import gettext_lazy as _

from m4c.website.forms import OwnEmailField
from m4c.website.public_forms import PublicForm


class FollowForm(PublicForm):
    """An address to write to, and nothing else."""

    name = "follow-commitment"

    email = OwnEmailField(label=_("Your e-mail"), help_text=_("We send a link there to make sure that it is yours."))

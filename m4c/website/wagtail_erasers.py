"""What becomes of Wagtail's own rows on erasure: those of somebody's account go, the rest tells of pages."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import APIToken, Comment, CommentReply, ModelLogEntry, PageLogEntry, PageSubscription, TaskState
from wagtail.users.models import UserProfile

from m4c.people.erasers import ACCOUNTABLE
from m4c.people.erasing import ERASERS, goes, stays, tells_of_nobody

THEIR_APPS = (
    "wagtailredirects simple_translation wagtailusers wagtailimages wagtailsearch wagtailadmin wagtailcore taggit"
)
OF_AN_ACCOUNT = (EditingSession, FormState, APIToken, CommentReply, Comment, PageSubscription, UserProfile)


def register() -> None:
    """Tell what becomes of Wagtail's rows."""
    for model in OF_AN_ACCOUNT:
        goes(model, "user__person", _("what they left open in the site's editor"))
    for model in (PageLogEntry, ModelLogEntry):
        stays(model, "user__person", _("which pages they changed, and when"), ACCOUNTABLE)
    stays(TaskState, "finished_by__person", _("which pages they looked through"), ACCOUNTABLE)
    told = {eraser.model for eraser in ERASERS.all()}
    for label in THEIR_APPS.split():
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            if model not in told:
                tells_of_nobody(model, why="Wagtail's: follows its page or picture, and is written anew with it")

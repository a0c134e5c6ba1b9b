"""What Wagtail looks for by this name: where its editor meets our rules."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.query import PageQuerySet

from m4c.core import public_version
from m4c.core.errors import Refused
from m4c.website.editors_door import explorable_by
from m4c.website.event_chooser import EventChooser, event_chooser
from m4c.website.own_section import OwnSections
from m4c.website.untranslated import Untranslated

register_permission_policy(Page, OwnSections())


class NoDocuments:
    """Files to download are not kept here; the editor asks for their address all the same."""

    class model:  # noqa: N801 - Wagtail's name
        """What they would be."""

    @classmethod
    def get_urlpatterns(cls) -> list[Any]:
        """One address, where nothing is."""
        return [path("", not_kept, name="listing")]


def not_kept(request: HttpRequest) -> HttpResponse:
    """Not there."""
    raise Http404


@hooks.register("construct_admin_api")
def without_documents(router: Any) -> None:
    """Give the editor the address that it asks for."""
    router.register_endpoint("documents", NoDocuments)


@hooks.register("register_admin_viewset")
def choose_events() -> EventChooser:
    """The window in which an event is chosen for a page."""
    return event_chooser


@hooks.register("insert_global_admin_css")
def our_own_parts() -> SafeString:
    """What is ours on the editor's screens looks as the rest of them."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/editor.css"))


@hooks.register("before_publish_page")
def refuse_kindly(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep what was written as a draft and say why it is not published: the guard itself would forget the draft."""
    try:
        page.specific.get_latest_revision_as_object().check_may_be_public()
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("construct_page_chooser_queryset")
def offer_public_pages_and_own(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Offer for a link what is public, and what the editor may edit: drafts of others stay theirs."""
    return pages.filter(Q(live=True) | Q(pk__in=explorable_by(request).values("pk")))


@hooks.register("after_move_page")
def show_the_move(request: HttpRequest, page: Page) -> None:
    """Have the pages that were kept from before made anew."""
    public_version.bump()


@hooks.register("construct_homepage_panels")
def show_what_is_untranslated(request: HttpRequest, panels: list[Any]) -> None:
    """Tell editors which of their pages lack a twin."""
    panels.append(Untranslated(request))


@hooks.register("construct_main_menu")
def without_wagtails_help(request: HttpRequest, menu_items: list[Any]) -> None:
    """Leave out the menu that leads to other people's sites."""
    menu_items[:] = [item for item in menu_items if item.name != "help"]

"""What becomes of a group's pages when it becomes part of another: what was written moves, and its address answers."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from m4c.people.groups.merging import Joining, Step, register_step
from m4c.website.models import GroupPage, NewsPage, StoryPage
from m4c.website.operations.site import pages_of


def pages(joining: Joining) -> int:
    """Stories and news below the page of the group that goes come to stand below that of the one that stays.

    Its own page stays with it, off the site, and its address answers with the other group's.
    """
    number = 0
    for page in GroupPage.objects.filter(group=joining.gone):
        new_home = next((one for one in pages_of(joining.kept) if one.locale_id == page.locale_id), None)
        answer_with(page, new_home, joining)
        if new_home is None:
            continue
        for below in page.get_children().not_type(GroupPage):
            moving, home = Page.objects.get(pk=below.pk), Page.objects.get(pk=new_home.pk)
            if home.get_children().filter(slug=moving.slug).exists():
                moving.slug = f"{moving.slug}-{joining.gone.slug}"
                moving.save(update_fields=["slug"])
            moving.specific.move(home, pos="last-child")
            number += 1
    return number


def answer_with(page: GroupPage, other: Page | None, joining: Joining) -> None:
    """Let the address of a page answer with another group's page, or where none is live, with what is told of it."""
    address = page.get_url()
    if not page.live or not address:
        return
    with translation.override(page.locale.language_code):
        told = reverse("public-group", args=[joining.kept.slug])
    Redirect.add_redirect(address, other if other and other.live else told, automatically_created=True)


def written_about(model: type[StoryPage] | type[NewsPage]) -> Callable[[Joining], int]:
    """What was written about the group that goes is about the one that stays, in what is published and in drafts."""

    def run(joining: Joining) -> int:
        pages = model.objects.filter(group=joining.gone)
        for page in pages.select_related("latest_revision"):
            if page.latest_revision:
                page.latest_revision.content = {**page.latest_revision.content, "group": joining.kept.pk}
                page.latest_revision.save(update_fields=["content"])
        return pages.update(group=joining.kept)

    return run


def register() -> None:
    """Tell what of the website moves."""
    register_step(Step(GroupPage, "group", pages, _("pages")))
    register_step(Step(StoryPage, "group", written_about(StoryPage), _("stories")))
    register_step(Step(NewsPage, "group", written_about(NewsPage), _("news")))

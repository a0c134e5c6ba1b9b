"""Lay out the site of a new movement: a home page in each language, with its pages of stories and of news."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from m4c.people.models import Group, Movement
from m4c.website.models import GroupPage, HomePage, NewsIndexPage, StoryIndexPage


def lay_out(movement: Movement) -> None:
    """Give the movement its pages, once: Wagtail's own welcome page goes."""
    if HomePage.objects.exists():
        return
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in dict(settings.LANGUAGES)]
    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2).delete()
    root.refresh_from_db()
    home = HomePage(title=movement.group.name, slug="home", locale=locales[0])
    root.add_child(instance=home)
    Site.objects.create(hostname="localhost", root_page=home, site_name=movement.group.name, is_default_site=True)
    homes = [home, *(home.copy_for_translation(locale, copy_parents=False) for locale in locales[1:])]
    for page in homes:
        page.save_revision().publish()
    for model, words in ((StoryIndexPage, stories_words), (NewsIndexPage, news_words)):
        first = None
        for page in homes:
            with translation.override(page.locale.language_code):
                title, slug = words()
            index = model(title=title, slug=slug, locale=page.locale)
            if first:
                index.translation_key = first.translation_key
            page.add_child(instance=index)
            first = first or index


def stories_words() -> tuple[str, str]:
    """The title and the address of the page of stories, in the language in force."""
    # Translators: the last is part of a web address: lower case, no spaces, no accents
    return _("Stories"), _("stories")


def news_words() -> tuple[str, str]:
    """The title and the address of the page of news, in the language in force."""
    # Translators: the last is part of a web address: lower case, no spaces, no accents
    return _("News"), _("news")


def pages_of(group: Group) -> list[Page]:
    """The pages in each language below which a group's editors write, made as drafts where they are missing."""
    homes = list(HomePage.objects.order_by("path"))
    if group.kind == Group.Kind.MOVEMENT:
        return [home.page_ptr for home in homes]
    pages = list(GroupPage.objects.filter(group=group).order_by("path"))
    if pages or not group.is_in_tree or group.parent is None:
        return [page.page_ptr for page in pages]
    first: GroupPage | None = None
    for parent in pages_of(group.parent):
        page = GroupPage(title=group.name, slug=group.slug, group=group, locale=parent.locale, live=False)
        if first:
            page.translation_key = first.translation_key
        parent.add_child(instance=page)
        first = first or page
        pages.append(page)
    return [page.page_ptr for page in pages]

"""Where an editor's explorer begins: at their own pages, in the language that they are looking at."""

from typing import Any

from django.utils import translation
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from m4c.website.models.page import above_all, language_of

LOOKED_AT = "_language_looked_at"


class OwnSections(PagePermissionPolicy):
    """Wagtail's policy of pages, but for the one page from which an editor's explorer hangs.

    A section has a page in each language, and what is above them all is the root, where everybody's pages hang.
    """

    def explorable_root_instance(self, user: Any) -> Page | None:
        """The page above all of the editor's own in one language: that of the page asked for, or else their own."""
        name = self._explorable_root_instance_cache_name
        if not hasattr(user, name):
            own = in_one_language(
                sorted(self.instances_with_direct_explore_permission(user), key=lambda page: page.path),
                getattr(user, LOOKED_AT, None) or translation.get_language(),
            )
            setattr(user, name, above_all(own))
        found: Page | None = getattr(user, name)
        return found


def in_one_language(pages: list[Page], language: str | None) -> list[Page]:
    """Those of the pages in a language; where there are none, those in the language of the first."""
    codes = {page.pk: page.locale.language_code for page in pages}
    chosen = language if language in codes.values() else next(iter(codes.values()), None)
    return [page for page in pages if codes[page.pk] == chosen]


def look_at(user: Any, page: Any) -> None:
    """Note the language of the page, by its id, that this request asks for."""
    setattr(user, LOOKED_AT, language_of(page))

"""The list of pages whose bars are measured leaves none out."""

from django.urls import resolve

from tests.access.all_rows import TABLE
from tests.house_rules.routes import addresses
from tests.journeys.letters import LETTERS
from tests.journeys.no_pages import NO_PAGES
from tests.journeys.pages import PAGES

SOME_UID = "01900000-0000-7000-8000-000000000000"


def routes_listed() -> set[str]:
    """Names of the routes that the list's own pages lie at; a stranger's `~` may be a page of Wagtail's."""
    last = [listed.steps[-1].partition("?")[0] for lines in PAGES.values() for listed in lines]
    return {resolve(where.replace("*", SOME_UID).replace("~", "1")).url_name or "" for where in last}


def routes_to_read() -> set[str]:
    """Names of the routes that answer when asked, ours and those of allauth; `/cms/` is Wagtail's to look after."""
    ours = {name.partition(":")[0] for name, row in TABLE.items() if "get" in row.methods}
    others = {address.name for address in addresses() if address.mounted not in ("", "m4c.website.cms_urls")}
    return ours | others


def test_every_page_is_in_the_list():
    assert routes_to_read() - routes_listed() - set(NO_PAGES) - set(LETTERS) == set()


def test_what_is_left_out_is_there_and_not_listed_as_well():
    left_out = set(NO_PAGES) | set(LETTERS)
    assert (left_out - routes_to_read(), left_out & routes_listed()) == (set(), set())

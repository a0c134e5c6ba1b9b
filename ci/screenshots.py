"""Pictures of the demo's main pages: on a phone and a laptop, light and dark, printed, and without JavaScript.

python -m ci.screenshots          all of them, into var/screenshots/, and those of the docs into docs/pictures/
python -m ci.screenshots today    those whose names hold this word
"""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.chromium import SIZES, launch, opened, sign_in
from tests.journeys.served import laid_out, served

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "var" / "screenshots"
IN_DOCS = {"home-laptop-light", "so-far-laptop-light", "today-phone-light"}  # what is seen before anybody scrolls


@dataclass(frozen=True)
class Shown:
    """A page: its name, who of the demo's cast looks at it ("" is a stranger), its address, a link to follow there."""

    name: str
    who: str
    path: str
    link: str = ""
    status: int = 200

    def open(self, page: Page) -> int:
        """Go there. Returns the answer's status."""
        answer = page.goto(self.path)
        if self.link:
            address = page.locator(self.link).first.get_attribute("href") or ""
            answer = page.goto(address)
        return answer.status if answer else 0


PAGES = [
    Shown("home", "", "/"),
    Shown("home-welsh", "", "/cy/"),
    Shown("story", "", "/stories/", "main article a"),
    Shown("events", "", "/events/"),
    Shown("near-me", "", "/near-me/"),
    Shown("join", "", "/join/"),
    Shown("not-found", "", "/no-such-page/", status=404),
    Shown("sign-in", "", "/account/login/"),
    Shown("components", "Zoë", "/organise/components/"),
    Shown("today", "Nadia", "/organise/"),
    Shown("today-leader", "Bethan", "/organise/"),
    Shown("people", "Nadia", "/organise/people/"),
    Shown("person", "Nadia", "/organise/people/", "main tbody th a"),
    Shown("groups", "Nadia", "/organise/groups/"),
    Shown("import", "Nadia", "/organise/import/"),
    Shown("so-far", "Huw", "/organise/reports/so-far/?from=2010-06-01&to=2010-09-30"),
]


def main(words: list[str]) -> int:
    """Take the pictures; 1 where a page could not be had."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # the migrated template is made by them
    wanted = [shown for shown in PAGES if not words or any(word in shown.name for word in words)]
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, served(laid_out(Path(data))) as address, sync_playwright() as driver:
        browser = launch(driver)
        missing = [shown.name for shown in wanted if not take(shown, browser, address)]
        browser.close()
    return 1 if missing else 0


def take(shown: Shown, browser: Browser, address: str) -> bool:
    """All pictures of a page. Returns whether it answered as it should every time."""
    met = []
    for size in SIZES:
        for scheme in ("light", "dark"):
            with opened(browser, address, size, scheme) as (page, problems):
                if shown.who:
                    sign_in(page, shown.who)
                met.append(shown.open(page))
                name = f"{shown.name}-{size}-{scheme}"
                page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
                if name in IN_DOCS:
                    page.screenshot(path=ROOT / "docs" / "pictures" / f"{shown.name}-{size}.png")
                if (size, scheme) == ("laptop", "light"):
                    page.pdf(path=PICTURES / f"{shown.name}-printed.pdf", format="A4")
                    without_script(shown, page)
                print(f"{met[-1]} {shown.name} {size} {scheme}", *problems, sep="\n    ")
    return set(met) == {shown.status}


def without_script(shown: Shown, page: Page) -> None:
    """The page as a phone shows it that runs no script."""
    browser, state = page.context.browser, page.context.storage_state()
    assert browser
    context = browser.new_context(java_script_enabled=False, storage_state=state, viewport=SIZES["phone"])
    plain = context.new_page()
    plain.goto(page.url)
    plain.screenshot(path=PICTURES / f"{shown.name}-without-script.png", full_page=True)
    context.close()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Pictures of the demo's main pages, on a phone and a laptop, light and dark: var/screenshots/.

python -m ci.screenshots          all of them
python -m ci.screenshots today    those whose names hold this word
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.journeys.chromium import SIZES, launch, opened, sign_in
from tests.journeys.served import laid_out, served

PICTURES = Path(__file__).resolve().parent.parent / "var" / "screenshots"
PAGES = [  # name of the picture, address, who of the demo's cast looks at it
    ("home", "/", ""),
    ("sign-in", "/account/login/", ""),
    ("components", "/organise/components/", "Zoë"),
    ("today", "/organise/", "Nadia"),
    ("people", "/organise/people/", "Nadia"),
    ("groups", "/organise/groups/", "Nadia"),
    ("import", "/organise/import/", "Nadia"),
    ("so-far", "/organise/reports/so-far/?from=2010-06-01&to=2010-09-30", "Huw"),
]


def main(words: list[str]) -> int:
    """Take the pictures; 1 where a page could not be had."""
    wanted = [page for page in PAGES if not words or any(word in page[0] for word in words)]
    PICTURES.mkdir(parents=True, exist_ok=True)
    missing = 0
    with tempfile.TemporaryDirectory() as data, served(laid_out(Path(data))) as address, sync_playwright() as driver:
        browser = launch(driver)
        for name, path, who in wanted:
            for size, scheme in ((size, scheme) for size in SIZES for scheme in ("light", "dark")):
                picture = PICTURES / f"{name}-{size}-{scheme}.png"
                with opened(browser, address, size, scheme) as (page, problems):
                    if who:
                        sign_in(page, who)
                    answer = page.goto(path)
                    page.screenshot(path=picture, full_page=True)
                    status = answer.status if answer else 0
                    missing += status != 200
                    print(f"{status} {picture.name}", *problems, sep="\n    ")
        browser.close()
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

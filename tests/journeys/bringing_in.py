"""Bringing a list in by its pages, as an organiser of the demo's Cardiff does."""

import re

from playwright.sync_api import FilePayload, Locator, Page, expect

PATIENCE = 600_000  # milliseconds: two passes over all rows, by a worker that shares a busy machine


def give(page: Page, name: str, content: bytes) -> None:
    """Give a file for Cardiff, as far as its columns."""
    page.goto("/organise/import/")
    page.set_input_files("input[type=file]", FilePayload(name=name, mimeType="text/csv", buffer=content))
    page.get_by_label("Whose they are").select_option(label="Cardiff")
    page.get_by_role("button", name="Look at the columns").click()
    expect(page.get_by_role("heading", name="Is this what it says?")).to_be_visible()


def write(page: Page, rows: int) -> None:
    """See what would come of it, and have so many rows written."""
    page.get_by_role("button", name="See what would come of it").click()
    page.get_by_role("button", name=re.compile(f"Bring in {rows} row")).click(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Undo this import")).to_be_visible(timeout=PATIENCE)


def figures(page: Page) -> dict[str, int]:
    """The figures of an import's page, by what they count."""
    told = page.locator(".stat-figure").all_inner_texts()
    parted = [each.split(maxsplit=1) for each in told]
    return {label.strip(): int(number.replace(",", "")) for number, label in parted}


def row_of(page: Page, name: str) -> Locator:
    """What is told of a doubtful row, below the name that stands on it."""
    return page.locator("section, .section").filter(has=page.get_by_role("heading", name=f": {name}")).last

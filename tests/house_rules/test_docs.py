"""Pages of docs/ that speak for the code say what the code says."""

import re

import pytest

from ci.write_docs import PAGES
from tests.house_rules.project_files import ROOT


@pytest.mark.parametrize("name", PAGES)
def test_a_written_page_is_up_to_date(name):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), "make docs writes it anew"


def test_every_setting_is_documented_and_nothing_else():
    read = set()
    for path in [*(ROOT / "config").glob("*.py"), ROOT / "m4c" / "cli" / "shell.py", ROOT / "m4c" / "cli" / "serve.py"]:
        text = path.read_text(encoding="utf-8")
        read |= set(
            re.findall(
                r"env\.(?:text|flag|number|folder|words|choice|database|those_beginning)\(\s*\"([A-Z0-9_]+)\"", text
            )
        )
        read |= set(re.findall(r"environ\.get\(\"((?!DJANGO|M4C_SERVED)[A-Z0-9_]+)\"", text))
    told = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", (ROOT / "docs" / "settings.md").read_text(encoding="utf-8"), re.M))
    assert told == read


def test_links_between_pages_lead_somewhere():
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
        broken += [f"{page.relative_to(ROOT)}: {to}" for to in targets if not (page.parent / to).exists()]
    assert broken == []

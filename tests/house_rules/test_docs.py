"""Pages of docs/ that speak for the code say what the code says."""

import os
import re
import subprocess
import sys

from tests.house_rules.project_files import ROOT


def test_the_written_pages_are_up_to_date(tmp_path):
    asked = subprocess.run(
        [sys.executable, "-m", "ci.write_docs", "--check"],
        cwd=ROOT,
        env={**os.environ, "M4C_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert (asked.returncode, asked.stdout) == (0, ""), f"make docs writes them anew: {asked.stdout}{asked.stderr}"


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

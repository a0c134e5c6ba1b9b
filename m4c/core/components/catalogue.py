"""The components by name, and what each declares: read from their templates, so that the living page cannot lie."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "cotton"
DECLARED = re.compile(r"<c-vars\s(.*?)/>", re.DOTALL)
INPUT = re.compile(r'(:?)([\w-]+)="([^"]*)"')
EVERYWHERE = {"class"}  # every component takes it


@dataclass(frozen=True)
class Input:
    """One declared input: its name, its default, and whether it takes an object rather than text."""

    name: str
    default: str
    takes_object: bool


def names() -> list[str]:
    """Every component, as its tag is called after `c-`: `date-chip` for `date_chip.html`."""
    return sorted(path.stem.replace("_", "-") for path in FOLDER.glob("*.html"))


def inputs(name: str) -> list[Input]:
    """What `c-name` declares, in its own order. Raises FileNotFoundError for no such component."""
    text = (FOLDER / f"{name.replace('-', '_')}.html").read_text(encoding="utf-8")
    found = DECLARED.search(text)
    declared = INPUT.findall(found[1]) if found else []
    return [Input(word, default, bool(colon)) for colon, word, default in declared if word not in EVERYWHERE]

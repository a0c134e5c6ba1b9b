"""Templates and style sheets as the house rules look at them: components used, their inputs, what is declared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django_cotton.compiler_regex import CottonCompiler, Tag

from tests.house_rules.project_files import ROOT, project_files

COMPONENTS = ROOT / "m4c" / "core" / "templates" / "cotton"
CSS = ROOT / "static" / "css"
TWINS = CSS / "components"
ENTRY = CSS / "m4c.css"
ENTRIES = (ENTRY, CSS / "campaigns.css", CSS / "commitments.css")
HTML_TAG = re.compile(r"<[a-z][^<>]*>", re.DOTALL)


@dataclass(frozen=True)
class Use:
    """A component used in a template: its name, the attributes it is given, and the names of its slots."""

    path: Path
    component: str
    attributes: tuple[str, ...]
    slots: tuple[str, ...]


def templates() -> list[Path]:
    """Every template of ours."""
    return [path for path in project_files(ROOT / "m4c") if path.suffix == ".html" and "templates" in path.parts]


def markup(path: Path) -> str:
    """A template's text with Django's own tags, variables and comments taken out."""
    return re.sub(
        r"__COTTON_IGNORE_\d+__", "", CottonCompiler().exclude_ignorables(path.read_text(encoding="utf-8"))[0]
    )


def uses(path: Path) -> Iterator[Use]:
    """The components a template uses, each with its slots."""
    open_tags: list[tuple[str, tuple[str, ...], list[str]]] = []
    for found in Tag.tag_pattern.finditer(markup(path)):
        tag = Tag(found)
        names = tuple(match[1] for match in Tag.attr_pattern.finditer(tag.attrs))
        if tag.tag_name == "c-slot":
            if not tag.is_closing:
                open_tags[-1][2].extend(re.findall(r'name="([\w-]+)"', tag.attrs))
        elif tag.tag_name == "c-vars":
            continue
        elif tag.is_closing:
            component, attributes, slots = open_tags.pop()
            yield Use(path, component, attributes, tuple(slots))
        elif tag.is_self_closing:
            yield Use(path, tag.tag_name, names, ())
        else:
            open_tags.append((tag.tag_name, names, []))


def component_file(name: str) -> Path:
    """Where a component's template is: `c-date-chip` in `date_chip.html`."""
    return COMPONENTS / f"{name.removeprefix('c-').replace('-', '_')}.html"


def declared(path: Path) -> set[str]:
    """The inputs that a component declares."""
    found = re.search(r"<c-vars\s(.*?)/>", markup(path), re.DOTALL)
    return {match[1].lstrip(":") for match in Tag.attr_pattern.finditer(found[1])} if found else set()


def elements(path: Path) -> Iterator[str]:
    """The opening tags a template writes, components included."""
    return (found[0] for found in HTML_TAG.finditer(markup(path)))


def style_sheets() -> list[Path]:
    """Every style sheet of ours."""
    return [path for path in project_files(CSS) if path.suffix == ".css"]


def rules(path: Path) -> str:
    """A style sheet's text without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

"""No class in a style sheet that no markup carries, and no template that nobody draws."""

import re
from collections.abc import Iterable
from pathlib import Path

from django.apps import apps

from tests.house_rules.project_files import ROOT, project_files
from tests.house_rules.templates import rules, style_sheets

# Classes that others write: Wagtail about its blocks, htmx on what waits for an answer.
WRITTEN_BY_OTHERS = {"block-number", "block-picture", "block-quote", "htmx-request"}
# Templates that Django and allauth ask for by name, besides those of other packages before which ours stand.
ASKED_FOR_BY_OTHERS = {"403.html", "404.html", "429.html", "500.html"}
ATTRIBUTE = re.compile(r'([\w-]+)="((?:\{%.*?%\}|\{\{.*?\}\}|[^"])*)"')  # Django's tags in it may hold quotes
QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")


def templates() -> dict[str, str]:
    """The text of each page, component, letter and feed that is drawn from a template, by its name."""
    paths = [path for path in project_files(ROOT / "m4c") if "templates" in path.parts]
    return {name_of(path): path.read_text(encoding="utf-8") for path in paths}


def name_of(path: Path) -> str:
    """What a template is asked for by."""
    return path.as_posix().rpartition("/templates/")[2]


def code() -> str:
    """All that writes markup or names a template, besides templates."""
    ours = [path for folder in ("m4c", "static") for path in project_files(ROOT / folder)]
    return "\n".join(path.read_text(encoding="utf-8") for path in ours if is_code(path))


def is_code(path: Path) -> bool:
    """Python, but for migrations, scripts, and the one page that stands outside Django."""
    return (path.suffix in (".py", ".js") and "migrations" not in path.parts) or path.name == "maintenance.html"


def quoted(text: str) -> set[str]:
    """Every word that stands in quotes."""
    return words("".join(found) for found in QUOTED.findall(text))


def words(texts: Iterable[str]) -> set[str]:
    """Every word of some texts, as a class or a template's name is written."""
    return {word for text in texts for word in re.findall(r"[\w-]+", text)}


def test_every_class_of_a_style_sheet_is_carried():
    styled = {name for path in style_sheets() for name in re.findall(r"(?<![\w%])\.([a-z][\w-]*)", plain(rules(path)))}
    given: dict[str, set[str]] = {}
    for attribute, value in ATTRIBUTE.findall("\n".join(templates().values())):
        given.setdefault(attribute, set()).add(value)
    by_code = quoted(code())
    carried = by_code | words(given["class"])
    for value in [*given["class"], code()]:
        for first, name in re.findall(
            r"([\w-]+-)\{(?:\{ *|told\()([\w.]+)", value
        ):  # "chip-{{ kind }}", f"badge-{told(kind)}"
            carried |= {first + last for last in by_code | words(given.get(name, ())) | set("0123456789")}
    assert styled - carried - WRITTEN_BY_OTHERS == set()


def plain(css: str) -> str:
    """A style sheet without the words it quotes and the files it names."""
    return re.sub(r'url\([^)]*\)|"[^"]*"', "", css)


def test_every_template_is_drawn():
    texts = templates()
    written, by_code = "\n".join([*texts.values(), code()]), quoted(code())
    components = {f"cotton/{name.replace('-', '_')}.html" for name in re.findall(r"<c-([\w-]+)", written)}
    composed = [re.sub(r"\{\w+\}", "(.+)", name) for name in re.findall(r'f"([\w/{}]+\.\w+)"', written)]
    theirs = [Path(app.path) / "templates" for app in apps.get_app_configs() if not app.name.startswith("m4c.")]
    undrawn = set()
    for name in texts.keys() - components - ASKED_FOR_BY_OTHERS:
        found = [re.fullmatch(pattern, name) for pattern in composed]
        is_composed = any(match and set(match.groups()) <= by_code for match in found)
        if name not in written and not is_composed and not any((folder / name).is_file() for folder in theirs):
            undrawn.add(name)
    assert undrawn == set()

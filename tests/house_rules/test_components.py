"""Components: only declared inputs, a twin style sheet each, no inline style or script, and files one can read."""

import re
from importlib.resources import files
from zipfile import ZipFile

from tests.house_rules.project_files import ROOT, project_files, shown
from tests.house_rules.templates import (
    COMPONENTS,
    ENTRIES,
    ENTRY,
    TWINS,
    component_file,
    declared,
    elements,
    rules,
    style_sheets,
    templates,
    uses,
)

ANYWHERE = {"class", "id", "hidden"}
ANYWHERE_FIRST = ("data-", "aria-", "hx-")
# Drawn by the style sheet of another: parts of a whole, and the icon, which is a picture.
TWIN_OF_ANOTHER = {
    "bar_item": "shell",
    "bar_menu": "shell",
    "commitment_badge": "components/badge",
    "date": "components/field",
    "dot_map_place": "components/dot_map",
    "fact": "components/facts",
    "icon": "base",
    "line": "components/lines",
    "menu_item": "components/menu",
    "menu_items": "components/menu",
    "messages": "components/toast",
    "sample": "component_page",
    "stat_row": "components/stat",
    "timeline_item": "components/timeline",
    "two_sides_item": "components/two_sides",
}
CEILINGS = [
    (ROOT / "m4c" / "core" / "templates" / "cotton", ".html", 40),
    (ROOT / "m4c", ".html", 120),
    (ROOT / "static" / "css", ".css", 150),
    (ROOT / "static" / "js", ".js", 80),
]


def test_every_component_used_exists():
    missing = {(shown(use.path), use.component) for path in templates() for use in uses(path)}
    assert {(where, name) for where, name in missing if not component_file(name).exists()} == set()


def test_every_component_declares_its_inputs():
    assert [path.name for path in sorted(COMPONENTS.glob("*.html")) if "class" not in declared(path)] == []


def test_only_declared_inputs_are_given():
    strange = set()
    for use in (use for path in templates() for use in uses(path)):
        inputs = declared(component_file(use.component)) | ANYWHERE
        for name in (*use.attributes, *use.slots):
            if name.lstrip(":") not in inputs and not name.startswith(ANYWHERE_FIRST):
                strange.add((shown(use.path), use.component, name))
    assert strange == set()


def test_only_declared_inputs_are_given_by_colon():
    # What is not declared is printed as an attribute, and cotton prints what came by a colon unescaped.
    risky = set()
    for use in (use for path in templates() for use in uses(path)):
        inputs = {f":{name}" for name in declared(component_file(use.component))}
        risky |= {(shown(use.path), use.component, n) for n in use.attributes if n.startswith(":") and n not in inputs}
    assert risky == set()


def test_every_component_has_its_twin():
    alone = {path.stem for path in COMPONENTS.glob("*.html")} - TWIN_OF_ANOTHER.keys()
    assert alone == {path.stem for path in TWINS.glob("*.css")}
    assert [name for name in TWIN_OF_ANOTHER.values() if not (ENTRY.parent / f"{name}.css").exists()] == []


def test_every_style_sheet_is_imported_once():
    imported = [name for entry in ENTRIES for name in re.findall(r'@import url\("([\w/]+\.css)"\)', rules(entry))]
    ours = {path.relative_to(ENTRY.parent).as_posix() for path in style_sheets()} - {entry.name for entry in ENTRIES}
    assert sorted(imported) == sorted(ours)


def test_colours_come_from_tokens():
    colour = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch)\(")
    found = {shown(path): colour.findall(rules(path)) for path in style_sheets() if path.name != "tokens.css"}
    assert {where: words for where, words in found.items() if words} == {}


def test_every_variable_is_declared():
    tokens = set(re.findall(r"(--[\w-]+)\s*:", rules(ENTRY.parent / "tokens.css")))
    unknown = {}
    for path in style_sheets():
        own = set(re.findall(r"(--[\w-]+)\s*:", rules(path)))
        unknown[shown(path)] = set(re.findall(r"var\((--[\w-]+)", rules(path))) - tokens - own
    assert {where: names for where, names in unknown.items() if names} == {}


def test_every_icon_exists():
    with ZipFile(str(files("heroicons") / "heroicons.zip")) as icons:
        known = {name.partition("/")[2].removesuffix(".svg") for name in icons.namelist()}
    named = set()
    for path in templates():
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'<c-[\w-]+\s[^<>]*?\bicon="([a-z-]+)"', text))
        named |= set(re.findall(r'<c-icon\s[^<>]*?\bname="([a-z-]+)"', text))
    assert named - known == set()


def test_no_inline_style_or_script():
    inline = {}
    for path in templates():
        tags = list(elements(path))
        inline[shown(path)] = [
            tag
            for tag in tags
            if re.search(r"\s(style|on\w+|hx-on[\w:-]*)\s*=", tag)
            or re.search(r"=\s*[\"']\s*(javascript|js):", tag)
            or re.search(r"\shx-trigger=\"[^\"]*\[", tag)
            or tag.startswith("<style")
            or (tag.startswith("<script") and " src=" not in tag and "json" not in tag)
        ]
    assert {where: tags for where, tags in inline.items() if tags} == {}


def test_files_stay_readable():
    over = {}
    for folder, suffix, ceiling in CEILINGS:
        for path in project_files(folder):
            lines = len(path.read_text(encoding="utf-8").splitlines()) if path.suffix == suffix else 0
            if lines > ceiling:
                over[shown(path)] = lines
    assert over == {}

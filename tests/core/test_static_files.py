"""One style sheet out of many, and names by content."""

import json
import re
from pathlib import Path

import brotli
import pytest
from django.core.management import call_command
from django.test import override_settings

from m4c.core.static_files import bundle

FILES = {
    "css/m4c.css": '/* entry */\n@layer a, b;\n@import url("base.css") layer(a);\n@import url("parts/x.css");\n',
    "css/base.css": '/* why */\nbody { background: url("../i.svg"); }\n',
    "css/parts/x.css": '.x { color: red }\n\n.y > :is(a) :hover { content: "a ,  b"; inset: calc(1px + 2px) auto; }\n',
}


def test_imports_become_layers_and_comments_and_space_go():
    assert bundle("css/m4c.css", FILES.__getitem__) == (
        '@layer a,b;@layer a{body{background:url("../i.svg")}}.x{color:red}'
        '.y>:is(a) :hover{content:"a ,  b";inset:calc(1px + 2px) auto}'
    )


def test_space_that_means_within_stays():
    within = {
        "css/m4c.css": '@import url("x.css") layer(a);',
        "css/x.css": ".x :is(a, b) { color: red }\n@media (width < 40rem) { .x :focus-visible { color: red } }",
    }
    assert bundle("css/m4c.css", within.__getitem__) == (
        "@layer a{.x :is(a,b){color:red}@media (width < 40rem){.x :focus-visible{color:red}}}"
    )


def test_address_that_would_lead_astray_is_refused():
    astray = FILES | {"css/parts/x.css": ".x { background: url(i.svg) }"}
    with pytest.raises(ValueError, match=r"parts/x\.css may not use url"):
        bundle("css/m4c.css", astray.__getitem__)


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own static files, collected twice as two starts of the server would."""
    root, built = tmp_path_factory.mktemp("collected"), tmp_path_factory.mktemp("built")
    (built / "fonts").mkdir()
    for face in ("bricolage", "figtree"):
        (built / "fonts" / f"{face}.woff2").write_bytes(b"a face")
    ours = Path(__file__).resolve().parents[2] / "static"
    storages = {"staticfiles": {"BACKEND": "m4c.core.static_files.HashedFiles"}}
    finders = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    with override_settings(
        STATIC_ROOT=root, STATICFILES_DIRS=[ours, built], STATICFILES_FINDERS=finders, STORAGES=storages
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
    return root


def hashed(collected: Path, name: str) -> str:
    """The text of a collected file under the name pages ask for."""
    paths = json.loads((collected / "staticfiles.json").read_text())["paths"]
    return (collected / paths[name]).read_text()


def test_page_asks_for_one_style_sheet(collected):
    css = hashed(collected, "css/m4c.css")
    assert "@import" not in css
    assert ".button" in css
    assert len(brotli.compress(css.encode())) < 16_000


def test_pages_of_campaigns_ask_for_one_more(collected):
    css = hashed(collected, "css/campaigns.css")
    assert "@import" not in css
    assert ".power-map" in css
    assert len(brotli.compress(css.encode())) < 6_000


def test_style_sheet_names_fonts_by_their_content(collected):
    assert re.findall(r"fonts/(\w+\.\w{12}\.woff2)", hashed(collected, "css/m4c.css")) != []


def test_modules_import_each_other_by_content(collected):
    imports = re.findall(r'import"\./([\w/-]+)\.\w{12}\.js"', hashed(collected, "js/m4c.js"))
    assert {"menu", "toast", "components/select-search"} <= set(imports)
    assert re.search(r'from ?"\./combobox\.\w{12}\.js"', hashed(collected, "js/components/select-search.js"))


def test_files_are_compressed(collected):
    assert len(list((collected / "css").glob("m4c.*.css.*"))) >= 1

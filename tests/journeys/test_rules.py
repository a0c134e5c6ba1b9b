"""What is wrong in one window, or by day or night alone, is found there: on pages made wrong on purpose."""

import re
from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Route

from tests.journeys.bars import LAPTOP, PHONE, SCHEMES, TABLET, Scheme, Visitor, Window, found_wrong, visiting
from tests.journeys.listed import Listed
from tests.journeys.rules import OF_COLOUR, RULES

pytestmark = pytest.mark.browser
HERE = "http://localhost:1"  # nothing is asked of it: the pages are handed to the browser
WINDOWS = {PHONE: "(width < 500px)", TABLET: "(500px <= width < 1000px)", LAPTOP: "(width >= 1000px)"}
QUERIES = {"light": "(prefers-color-scheme: light)", "dark": "(prefers-color-scheme: dark)"}
SMALL = "<meta name=viewport content=width=device-width>"
PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
SHAPES = {  # what breaks a rule in whatever colours
    "image-alt": f"<img src={PICTURE} width=40 height=40>",
    "label": "<input name=unlabelled>",
    "heading-order": "<h4>Too deep</h4>",
    "aria-allowed-attr": "<p aria-checked=true>Nothing to be ticked</p>",
    "listitem": "<span><li>In no list</li></span>",
    "scrollable-region-focusable": "<div class=low><p>Below</p><p>Below</p><p>Below</p></div>",
    "target-size": "<p class=near><a href=/one>i</a><a href=/two>i</a><a href=/three>i</a></p>",
}
COLOURS = {  # what breaks one where it is pale
    "color-contrast": "<p class=pale>Hard to read</p>",
    "link-in-text-block": "<p>Many words with <a class=close href=/four>one link</a> among them.</p>",
}
STYLE = """
    :root { color-scheme: light dark; }
    body { background: white; color: #222; }
    h1 { font-size: 1rem; }
    .low { block-size: 3rem; overflow: auto; }
    .near { font-size: 8px; } .near a { display: inline-block; inline-size: 9px; block-size: 9px; }
    .near a, .close { color: #222; text-decoration: none; }
"""
TABLE = f"<table>{'<tr><td>One<td>Two<td>Three<td>Four' * 5}</table>"  # nothing says if it is one of data
OF_A_COLOUR = re.compile("color|image|shadow|fill|stroke|^(background|border|outline)$", re.IGNORECASE)
# What each rule that runs, by itself, asks of how elements are drawn.
READ_BY_RULE = """async (options) => {
  const own = window.getComputedStyle, read = {};
  let words;
  const watched = (style) => new Proxy(style, {get: (style, name) => {
    words.add(String(name));
    const value = style[name];
    if (typeof value !== "function") return value;
    return (...given) => { given.forEach((word) => words.add(word)); return value.apply(style, given); };
  }});
  const all = await axe.run(document, {...options, resultTypes: []});
  window.getComputedStyle = (...given) => watched(own.apply(window, given));
  for (const {id} of [...all.violations, ...all.passes, ...all.incomplete, ...all.inapplicable]) {
    words = new Set();
    await axe.run(document, {runOnly: {type: "rule", values: [id]}});
    read[id] = [...words];
  }
  return read;
}"""
BY_SCRIPT = """
    const show = () => {
      document.querySelector("main div").innerHTML = matchMedia("WHEN").matches
        ? document.querySelector("template").innerHTML : "";
    };
    addEventListener("resize", show);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    show();
"""
WRONG = list(product(WINDOWS, SCHEMES))
Found = set[tuple[int, str, str]]


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Somebody with a browser, and no site."""
    with visiting(browser, HERE, PHONE) as visitor:
        yield visitor


def found(visitor: Visitor, style: str, body: str, script: str = "") -> Found:
    """What is found on this page, by window, light and rule."""
    scripts = "<script src=/wrong.js></script>" if script else ""
    head = f"<!doctype html><html lang=en><title>Wrong</title>{SMALL}<style>{STYLE}{style}</style>"

    def hand_over(route: Route) -> None:
        if route.request.url.endswith(".js"):
            route.fulfill(body=script, content_type="text/javascript")
        else:
            route.fulfill(body=f"{head}<main><h1>Wrong</h1>{body}</main>{scripts}", content_type="text/html")

    visitor.page.route("**/*", hand_over)
    visitor.open(Listed("/wrong/"))
    assert visitor.problems == []
    places = [problem.split(": ")[:2] for problem in found_wrong(visitor)]
    return {(int(place.split(" ")[0]), place.split(" ")[1], rule) for place, rule in places if " " in place}


def broken(window: Window, scheme: Scheme, rules: dict[str, str]) -> Found:
    """These rules, broken in one window and light."""
    return {(window.width, scheme, rule) for rule in rules}


def test_a_page_with_nothing_wrong(visitor: Visitor):
    assert found(visitor, ".pale, .close { text-decoration: underline; }", COLOURS["color-contrast"]) == set()


@pytest.mark.parametrize("window", WINDOWS)
def test_what_is_wrong_in_one_window(visitor: Visitor, window: Window):
    style = f"main div {{ display: none; }} @media {WINDOWS[window]} {{ main div {{ display: block; }} }}"
    seen = found(visitor, style, f"<div>{''.join(SHAPES.values())}</div>")
    assert {(width, rule) for width, _, rule in seen} == {(window.width, rule) for rule in SHAPES}


@pytest.mark.parametrize(("window", "scheme"), WRONG)
def test_colours_that_are_wrong_in_one_window_and_light(visitor: Visitor, window: Window, scheme: Scheme):
    def either(wrong: str, right: str) -> str:
        return f"light-dark({wrong}, {right})" if scheme == "light" else f"light-dark({right}, {wrong})"

    style = f"""
        .close {{ color: {either("#3a3a3a", "#a00000")}; text-decoration: underline; }}
        @media {WINDOWS[window]} {{
          .pale {{ color: {either("#bbb", "#222")}; }}
          .close {{ text-decoration-line: none; border-block-end: 1px solid {either("transparent", "#a00000")}; }}
        }}
    """
    assert found(visitor, style, "".join(COLOURS.values())) == broken(window, scheme, COLOURS)


@pytest.mark.parametrize(("window", "scheme"), WRONG)
def test_what_a_style_sheet_shows_in_one_window_and_light(visitor: Visitor, window: Window, scheme: Scheme):
    when = f"{WINDOWS[window]} and {QUERIES[scheme]}"
    style = f"main div {{ display: none; }} @media {when} {{ main div {{ display: block; }} }}"
    seen = found(visitor, style, f"<div>{''.join(SHAPES.values())}</div>")
    assert seen == broken(window, scheme, SHAPES)


@pytest.mark.parametrize(("window", "scheme"), WRONG)
def test_what_a_script_shows_in_one_window_and_light(visitor: Visitor, window: Window, scheme: Scheme):
    script = BY_SCRIPT.replace("WHEN", f"{WINDOWS[window]} and {QUERIES[scheme]}")
    body = f"<div></div><template>{''.join(SHAPES.values())}</template>"
    assert found(visitor, "", body, script) == broken(window, scheme, SHAPES)


def test_which_rules_can_tell_day_from_night(visitor: Visitor):
    """Each of all that run, by itself, on a page that has something to look at for those that could."""
    found(visitor, "", "".join([*SHAPES.values(), *COLOURS.values(), TABLE]))
    read: dict[str, list[str]] = visitor.page.evaluate(READ_BY_RULE, RULES)
    assert len(read) > 80
    assert {rule for rule, words in read.items() if any(OF_A_COLOUR.search(word) for word in words)} == set(OF_COLOUR)

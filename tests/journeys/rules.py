"""axe's accessibility rules on a page as it stands: all of them, or those alone that can tell day from night."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

Options = dict[str, Any]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES_OF_WCAG: Options = {"runOnly": WCAG, "resultTypes": ["violations"]}
RULES: Options = {
    "runOnly": [*WCAG, "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # off unless asked for
    "resultTypes": ["violations"],
}
# Those of them that read a colour or a picture anywhere (test_rules.py watches what each reads): two for contrast, one
# that tells a table of data from one for looks by its rows' colours too, and one that asks what is drawn over what.
OF_COLOUR = ["color-contrast", "link-in-text-block", "th-has-data-cells", "target-size"]
RULES_OF_COLOUR: Options = {"runOnly": {"type": "rule", "values": OF_COLOUR}, "resultTypes": ["violations"]}
# axe as it is packed keeps the private fields of every colour and node in weak maps, which are slow and much to clean
# up. While it is loaded such a map is a property without a name, on the object itself. What comes with it notes, too,
# whether a script of the page asks for day or night.
LOADING = """const weak = {WeakMap, WeakSet};
window.WeakMap = window.WeakSet = class {
  field = Symbol();
  has(object) { return this.field in object; }
  get(object) { return object[this.field]; }
  set(object, value) { object[this.field] = value; return this; }
  add(object) { return this.set(object, true); }
  delete(object) { return delete object[this.field]; }
};
const matches = window.matchMedia;
window.matchMedia = (words) => {
  window.asksForLight ||= String(words).includes("color-scheme");
  return matches.call(window, words);
};
"""
# axe copies the HTML of all that it looks at, for reports that show it: ours names the selector. And it takes each
# colour to pieces anew for every element that has it; what comes of the same words is the same.
LOADED = """
Object.assign(window, weak);
axe.configure({noHtml: true});
{
  const colour = axe.commons.color.Color.prototype, parse = colour.parseString, known = new Map();
  colour.parseString = function (words) {
    if (known.has(words)) return Object.assign(this, known.get(words));
    parse.call(this, words);
    const {r, g, b, alpha} = this;
    known.set(words, {r, g, b, alpha});
    return this;
  };
}
"""
RUN = """async (options) => (await axe.run(document, options)).violations.flatMap(
  (rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help} ${node.target}`))"""
# Whether nothing but colours can have changed since this was asked last. `light-dark()` gives colours and pictures and
# no more; whatever else shows another page by night must say so in a style sheet, or change the document.
ONLY_COLOURS_CHANGED = """() => {
  const html = document.documentElement.outerHTML, before = window.askedLast;
  window.askedLast = html;
  const all = [...document.querySelectorAll("*")];
  const closed = all.some((element) => element.shadowRoot || element.matches("iframe, object, embed"));
  if (window.asksForLight || html !== before || closed) return false;
  const words = (sheet) => sheet.media.mediaText + [...sheet.cssRules]
    .map((rule) => rule.cssText + (rule.styleSheet ? words(rule.styleSheet) : "")).join("");
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].map(words);
  return ![html, ...sheets].some((each) => /prefers-color-scheme|\\bstyle\\(/.test(each));
}"""


@cache
def axe_script() -> str:
    """The rules' own script, from their package, made quicker: what it finds stays the same."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    return f"(() => {{ {LOADING}{script}\n{LOADED} }})()"


def broken_rules(page: Page, options: Options) -> list[str]:
    """Rules that this page breaks as it stands, each with the elements that break it. It has had the script."""
    found: list[str] = page.evaluate(RUN, options)
    return found


def only_colours_changed(page: Page) -> bool:
    """Whether this page can differ in nothing but colours from when this was asked last. In doubt it can."""
    return bool(page.evaluate(ONLY_COLOURS_CHANGED))

"""axe's accessibility rules on a page as it stands: all of them, or those alone that can tell day from night."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

Options = dict[str, Any]
RULES: Options = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # off unless asked for
    "resultTypes": ["violations"],
}
# Those of them that read a colour or a picture anywhere (test_rules.py watches what each reads): two for contrast, one
# that tells a table of data from one for looks by its rows' colours too, and one that asks what is drawn over what.
OF_COLOUR = ["color-contrast", "link-in-text-block", "th-has-data-cells", "target-size"]
RULES_OF_COLOUR: Options = {"runOnly": {"type": "rule", "values": OF_COLOUR}, "resultTypes": ["violations"]}
# axe takes each colour to pieces anew for every element that has it, which was a third of all its work. What comes
# of the same words is the same.
REMEMBER_COLOURS = """;(() => {
  const colour = axe.commons.color.Color.prototype, parse = colour.parseString, known = new Map();
  colour.parseString = function (words) {
    if (known.has(words)) return Object.assign(this, known.get(words));
    parse.call(this, words);
    const {r, g, b, alpha} = this;
    known.set(words, {r, g, b, alpha});
    return this;
  };
})()"""
RUN = """async (options) => (await axe.run(document, options)).violations.flatMap(
  (rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help} ${node.target}`))"""
# Whether nothing but colours can have changed since this was asked last. `light-dark()` gives colours and pictures and
# no more; whatever else shows another page by night must say so in a style sheet, or change the document.
ONLY_COLOURS_CHANGED = """() => {
  const html = document.documentElement.outerHTML, before = window.askedLast;
  window.askedLast = html;
  const all = [...document.querySelectorAll("*")];
  if (html !== before || all.some((element) => element.shadowRoot || element.matches("iframe, object, embed"))) {
    return false;
  }
  const words = (sheet) => sheet.media.mediaText + [...sheet.cssRules]
    .map((rule) => rule.cssText + (rule.styleSheet ? words(rule.styleSheet) : "")).join("");
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].map(words);
  return ![html, ...sheets].some((each) => /prefers-color-scheme|\\bstyle\\(/.test(each));
}"""


@cache
def axe_script() -> str:
    """The rules' own script, from their package."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    return script + REMEMBER_COLOURS


def broken_rules(page: Page, options: Options) -> list[str]:
    """Rules that this page breaks as it stands, each with the elements that break it. It has had the script."""
    found: list[str] = page.evaluate(RUN, options)
    return found


def only_colours_changed(page: Page) -> bool:
    """Whether this page can differ in nothing but colours from when this was asked last. In doubt it can."""
    return bool(page.evaluate(ONLY_COLOURS_CHANGED))

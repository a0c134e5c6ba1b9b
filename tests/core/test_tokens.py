"""Colours: every pair that text stands in is legible by day and by night, WCAG 2.2 AA or better."""

import math
import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"
OKLCH = r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)"
TEXT = [
    *((ink, ground) for ground in ("paper", "card", "sunk", "lamp-wash") for ink in ("ink", "soft", "link", "late")),
    *((tone, f"{tone}-wash") for tone in ("kept", "late", "wait")),
    *(("ink", f"{tone}-wash") for tone in ("kept", "late", "wait")),
    ("on-lamp", "lamp"),
    ("on-lamp", "lamp-warm"),
    ("paper", "ink"),
]
SEEN = [("edge", "paper"), ("edge", "card"), ("ink", "lamp"), ("kept", "line"), ("kept", "paper")]
Colour = tuple[float, float, float]


def palette(text: str, scheme: str) -> dict[str, Colour]:
    """The colours that a block of declarations gives in one scheme."""
    colours: dict[str, Colour] = {}
    for name, value in re.findall(r"--([\w-]+): (.*?);", text):
        found = [(float(lit), float(chroma), float(hue)) for lit, chroma, hue in re.findall(OKLCH, value)]
        if found:
            colours[name] = found[-1 if scheme == "dark" else 0]
    return colours


def luminance(colour: Colour) -> float:
    """WCAG's relative luminance of an OKLCH colour, clipped to what a screen shows."""
    lightness, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    red, green, blue = (min(1.0, max(0.0, part)) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def schemes() -> dict[str, dict[str, Colour]]:
    """By day, by night, and on the aubergine of bands, which is night with a ground of its own."""
    text = TOKENS.read_text(encoding="utf-8")
    root = text[: text.index("[data-scheme")]
    dark = palette(root, "dark")
    deep = dark | palette(text[text.index("\n.deep {") : text.index("@media (prefers-contrast")], "dark")
    deep |= {"paper": dark["deep"], "card": dark["deep-card"], "line": dark["deep-line"], "soft": dark["deep-soft"]}
    return {"light": palette(root, "light"), "dark": dark, "deep": deep}


@pytest.mark.parametrize("scheme", ["light", "dark", "deep"])
def test_text_is_legible(scheme):
    colours = schemes()[scheme]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark", "deep"])
def test_edges_and_marks_are_seen(scheme):
    colours = schemes()[scheme]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in SEEN}
    # A lamp by night needs no edge: what stands out there is the lamp itself.
    assert {
        p: ratio for p, ratio in found.items() if ratio < 3 and not (p == ("ink", "lamp") and scheme != "light")
    } == {}

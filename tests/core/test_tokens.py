"""Colours: every pair that text stands in is legible by day and by night, WCAG 2.2 AA or better."""

import math
import re
from pathlib import Path

import pytest

from m4c.core.components.badge import MARKS, OPEN

TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"
COTTON = TOKENS.parents[2] / "m4c" / "core" / "templates" / "cotton"
STANDINGS = COTTON / "commitment_badge.html"
OKLCH = r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)"
TEXT = [
    *((ink, ground) for ground in ("paper", "card", "sunk", "lamp-wash") for ink in ("ink", "soft", "link", "late")),
    *((tone, f"{tone}-wash") for tone in ("kept", "late", "wait")),
    *(("ink", f"{tone}-wash") for tone in ("kept", "late", "wait")),
    *((tone, ground) for tone in ("kept", "wait") for ground in ("paper", "card")),
    ("on-lamp", "lamp"),
    ("soft", "line"),  # a button that cannot be pressed
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


def linear(colour: Colour) -> Colour:
    """Linear sRGB of an OKLCH colour, clipped to what a screen shows."""
    lightness, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    return min(1.0, max(0.0, red)), min(1.0, max(0.0, green)), min(1.0, max(0.0, blue))


def luminance(colour: Colour) -> float:
    """WCAG's relative luminance."""
    red, green, blue = linear(colour)
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


# Machado, Oliveira and Fernandes (2009), full loss of red and of green cones, on linear RGB.
BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


@pytest.mark.parametrize("scheme", ["light", "dark", "deep"])
@pytest.mark.parametrize("blindness", BLIND)
def test_standings_are_legible_to_the_colour_blind(scheme, blindness):
    colours = schemes()[scheme]

    def seen(name: str) -> float:
        channels = linear(colours[name])
        red, green, blue = (
            min(1.0, max(0.0, sum(share * channel for share, channel in zip(row, channels, strict=True))))
            for row in BLIND[blindness]
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    found = {}
    for tone in ("kept", "late", "wait"):
        lighter, darker = sorted((seen(tone), seen(f"{tone}-wash")), reverse=True)
        found[tone] = round((lighter + 0.05) / (darker + 0.05), 2)
    assert {tone: ratio for tone, ratio in found.items() if ratio < 4.5} == {}


def test_no_standing_is_told_by_colour_alone():
    # To some eyes kept and late are one colour: each standing has a mark and a word of its own.
    assert sorted(MARKS) == [
        *("broken", "disputed", "ended", "kept", "late", "made", "moving", "part", "replaced", "soon", "unsure", "void")
    ]
    assert len({*MARKS.values(), OPEN}) == len(MARKS) + 1
    words = re.findall(r'<c-badge kind="\w+"[^>]*>{% translate "([^"]+)" %}', STANDINGS.read_text(encoding="utf-8"))
    assert len(words) == len(set(words)) == 13

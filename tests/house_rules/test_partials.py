"""What htmx swaps stands by itself: a partial uses no name that was set elsewhere in its template."""

import re
from pathlib import Path

import pytest

from tests.house_rules.project_files import ROOT
from tests.house_rules.templates import templates

PARTIAL = re.compile(r"{% partialdef ([\w-]+)(?: inline)? %}(.*?){% endpartialdef %}", re.DOTALL)
SET = re.compile(r"{%[^%]*? as(?:var)? (\w+)(?: [^%]*)?%}|{% with ([^%]*)%}|{% for (\w+(?:, \w+)*) in ")
USED = re.compile(r"{{ ?(\w+)|{% (?:if|elif|with|include|firstof|url|blocktranslate)\b([^%]*)%}")
TAG_WORDS = {"count"}  # of blocktranslate


def names_set(text: str) -> set[str]:
    """The names that tags of a template set for what follows."""
    found: set[str] = set()
    for name, given, looped in SET.findall(text):
        found |= {name} | set(re.findall(r"(\w+)=", given)) | set(looped.split(", "))
    return found - {""}


def names_used(text: str) -> set[str]:
    """The words in a template's variables and tags that may be names."""
    plain = re.sub(r"\"[^\"{}]*\"", "", text)
    found = (re.findall(r"(?<![.|])\b[a-z_]\w*", part) for parts in USED.findall(plain) for part in parts)
    return {word for words in found for word in words} - TAG_WORDS


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(ROOT)))
def test_partial_uses_no_name_set_outside_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    partials = PARTIAL.findall(text)
    outside = names_set(PARTIAL.sub("", text)) if partials else set()
    missed = {name: names_used(body) & (outside - names_set(body)) for name, body in partials}
    assert {name: found for name, found in missed.items() if found} == {}

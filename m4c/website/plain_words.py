"""Plain text as people write it, in parts that a page can set: headings by `## `, lists by `- `, the rest as is."""

from dataclasses import dataclass, field


@dataclass
class Part:
    """A heading, a list or a paragraph."""

    kind: str  # heading, items or words
    words: str = ""
    items: list[str] = field(default_factory=list)


def parts_of(text: str) -> list[Part]:
    """The parts of a text, in order; lines that follow one another are one paragraph."""
    parts: list[Part] = []
    is_fresh = True
    for line in (line.strip() for line in text.splitlines()):
        before = None if is_fresh or not parts else parts[-1]
        is_fresh = not line
        if line.startswith("## "):
            parts.append(Part("heading", line.removeprefix("## ")))
            is_fresh = True
        elif line.startswith("- "):
            if before is None or before.kind != "items":
                parts.append(before := Part("items"))
            before.items.append(line.removeprefix("- "))
        elif line and before is not None and before.kind == "words":
            before.words += f" {line}"
        elif line:
            parts.append(Part("words", line))
    return parts

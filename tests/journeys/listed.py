"""How a page whose bars are measured is written down: an address, or the steps that lead to it."""

import re
from dataclasses import dataclass

UID = r"[0-9a-f]{8}-[0-9a-f-]{27}"


def shape_of(step: str) -> str:
    """The pattern of addresses that a step stands for; a link may carry a question besides."""
    return re.escape(step).replace(r"\*", UID).replace("\\~", "~").replace("~", r"\w[\w-]*") + r'(?:\?[^"]*)?'


@dataclass(frozen=True)
class Listed:
    """A page of the list: the steps that lead there, the last one being its own address or shape."""

    line: str

    @property
    def steps(self) -> list[str]:
        """Address and shapes, in order."""
        return self.line.split(" > ")


def listed(*lines: str) -> list[Listed]:
    """Pages from their lines."""
    return [Listed(line) for line in lines]

"""The report on paper, as a PDF."""

from pathlib import Path

from m4c.core.pdf import laid_out
from m4c.insight.paper import paper
from m4c.insight.presentation import Presentation
from m4c.insight.so_far import Reading

TEMPLATE = Path(__file__).with_name("typst") / "so_far.typ"


def pdf_of(reading: Reading) -> bytes:
    """The report as PDF/UA-1, in the language in force."""
    return laid_out(TEMPLATE, paper(Presentation.of(reading)))

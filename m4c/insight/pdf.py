"""The report on paper: a tagged PDF, drawn by typst from data. Called by the worker and the command line only."""

import json
from importlib.resources import files
from pathlib import Path

from m4c.insight.paper import paper
from m4c.insight.presentation import Presentation
from m4c.insight.so_far import Reading

TEMPLATE = Path(__file__).with_name("typst") / "so_far.typ"
FONTS = ("fontpkg_bricolage_grotesque", "fontpkg_figtree")


def pdf_of(reading: Reading) -> bytes:
    """The report as PDF/UA-1, in the language in force.

    What people wrote reaches the template as data and is never read as markup.
    """
    import typst  # 80 MB that no web process needs

    pdf: bytes = typst.compile(
        str(TEMPLATE),
        format="pdf",
        font_paths=[str(files(package).joinpath("files")) for package in FONTS],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"report": json.dumps(paper(Presentation.of(reading)))},
    )
    return pdf

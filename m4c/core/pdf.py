"""Pages on paper: a tagged PDF, laid out by typst from data. Called by the worker and the command line only."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from m4c.core.fonts import FACES


def laid_out(template: Path, told: dict[str, Any]) -> bytes:
    """A PDF/UA-1, in the language in force.

    What people wrote reaches the template as data (`sys.inputs.told`) and is never read as markup.
    """
    import typst  # 80 MB that no web process needs

    pdf: bytes = typst.compile(
        str(template),
        format="pdf",
        font_paths=[str(files(face.package).joinpath("files")) for face in FACES],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"told": json.dumps({"language": (get_language() or "en")[:2], **told})},
    )
    return pdf

"""Pages on paper: a tagged PDF, laid out by typst from data. Called by the worker and the command line only."""

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from m4c.core.fonts import FACES
from m4c.core.typesetting import typeset


def laid_out(template: Path, told: dict[str, Any]) -> bytes:
    """A PDF/UA-1, in the language in force.

    What people wrote reaches the template as data (`sys.inputs.told`) and is never read as markup.
    """
    return typeset(**asked(template, told))


def laid_out_apart(template: Path, told: dict[str, Any]) -> bytes:
    """The same in a process of its own: what typst keeps in memory of what it laid out goes with that process.

    For papers of many parts: 500 letters leave 130 MB behind. Raises CalledProcessError with what typst said.
    """
    command = [sys.executable, "-P", str(Path(__file__).with_name("typesetting.py"))]
    return subprocess.run(
        command, input=json.dumps(asked(template, told)).encode(), capture_output=True, check=True
    ).stdout


def asked(template: Path, told: dict[str, Any]) -> dict[str, Any]:
    """What is to be laid out, by which faces, in the language in force."""
    return {
        "template": str(template),
        "fonts": [str(files(face.package).joinpath("files")) for face in FACES],
        "told": json.dumps({"language": (get_language() or "en")[:2], **told}),
    }

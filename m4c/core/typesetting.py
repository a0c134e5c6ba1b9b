"""Lays out one paper by typst: a call, or a program of its own that nothing else is loaded into (core/pdf.py)."""

import json
import sys


def typeset(template: str, fonts: list[str], told: str) -> bytes:
    """A PDF/UA-1 of a template's file and the JSON that it reads, by the faces in these folders."""
    import typst  # 80 MB that no web process needs

    pdf: bytes = typst.compile(
        template,
        format="pdf",
        font_paths=fonts,
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        sys_inputs={"told": told},
    )
    return pdf


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(**json.load(sys.stdin)))

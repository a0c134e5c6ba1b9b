"""A file of signatures brought in, from the page and the command line alike: chunk by chunk, and told as it came."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from m4c.campaigns.ladder.known_lines import KnownLines
from m4c.campaigns.ladder.signature_sheet import read_signatures
from m4c.campaigns.models import PaperPetition
from m4c.campaigns.operations.paper_signature import bring_in_lines
from m4c.core.chunks import in_chunks, let_others_write
from m4c.people.models import Account


@dataclass
class BroughtIn:
    """What came of a file: lines that are new, those that stood there before, and rows refused or with a remark."""

    rows: int = 0
    signatures: int = 0
    twice: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """As the command line answers it."""
        return {
            "rows": self.rows,
            "created": self.signatures,
            "twice": self.twice,
            "refused": [{"row": row, "reason": reason} for row, reason in self.refused],
            "remarks": [{"row": row, "remark": remark} for row, remark in self.remarks],
        }


def bring_in_file(petition: PaperPetition, path: Path, by: Account, at: datetime) -> BroughtIn:
    """Bring a file's lines in; the same file again changes nothing. Raises SheetRefused, SignatureSheetRefused."""
    read = read_signatures(path)
    told = BroughtIn(len(read.lines) + len(read.refused), refused=list(read.refused), remarks=read.remarks)
    done, known = 0, KnownLines()
    for lines in in_chunks(read.lines):
        came = bring_in_lines(petition=petition, rows=lines, at=at, by=by, known=known)
        told.signatures += len(came.signatures)
        told.twice += came.twice
        told.refused += [(read.rows[done + place], str(reason)) for place, reason in came.refused]
        done += len(lines)
        let_others_write()
    told.refused.sort()
    return told

"""Files that people hand in: pictures with what a camera writes into them, documents, and what only looks like one."""

import struct
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from m4c.commitments.models import Progress
from m4c.commitments.operations.evidence_link import HandedIn, hand_in_evidence
from m4c.commitments.watching.files import taken_in
from m4c.people.models.account import website
from tests.cast import Cast
from tests.commitments.promising import DAY, a_link
from tests.factories import NOW, TODAY

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


class Upload(SimpleUploadedFile):
    """Bytes with a name, as a browser sends them."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(name, content)
        self.content = content


def picture(name: str = "IMG_2041.jpg") -> Upload:
    """A photo with the place where it was taken, and the maker of its camera."""
    kept = Image.Exif()
    kept[0x010F] = "Camera of Nerys"
    kept.get_ifd(0x8825).update({1: "N", 2: (51.0, 31.0, 12.0), 3: "W", 4: (3.0, 6.0, 40.0)})
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawn, "JPEG", exif=kept)
    return Upload(drawn.getvalue(), name)


def huge_picture() -> Upload:
    """A small PNG that says of itself to be 20,000 by 20,000 points."""

    def part(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    parts = part(b"IHDR", header) + part(b"IDAT", zlib.compress(b"\0" * 100)) + part(b"IEND", b"")
    return Upload(b"\x89PNG\r\n\x1a\n" + parts, "map.png")


def brought(cast: Cast, upload: Any = None, token: str = "", **more: Any) -> Progress:
    """What somebody affected handed in with a file."""
    facts: dict[str, Any] = {"on": TODAY - DAY, "words": "The fence is still broken"}
    with taken_in(upload or picture()) as file:
        handed = HandedIn(**(facts | more), file=file)
        return hand_in_evidence(token=token or a_link(cast).token, handed=handed, at=NOW, by=website())

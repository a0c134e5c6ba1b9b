"""Files of documents as people give them, made small."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def upload(name: str = "constitution.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """A file as a browser sends it, whatever it says of itself."""
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def zipped(**parts: str) -> bytes:
    """A zip file with these parts; two underscores stand for a slash, one for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


DOCX = zipped(word__document_xml="<w/>")
XLSM = zipped(xl__workbook_xml="<x/>", xl__vbaProject_bin="x")
ODT = zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml="<x/>")

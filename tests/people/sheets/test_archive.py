"""Zipped files that are there to do harm, or are no spreadsheets: each is refused before it costs anything."""

import io
import zipfile

import pytest

from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import open_sheet
from tests.people.sheets.making import PEOPLE, ods_parts, ods_rows, xlsx_parts, xlsx_rows, zipped

GOOD = xlsx_parts(xlsx_rows(PEOPLE))


def refusal(content, **given):
    with pytest.raises(SheetRefused) as refused:
        open_sheet(content if isinstance(content, io.BytesIO) else io.BytesIO(content), **given)
    return refused.value.code


def test_a_part_that_swells_is_not_unpacked():
    assert refusal(zipped(GOOD | {"xl/media/image1.png": b"\0" * 5_000_000})) == "swollen"


def test_parts_that_swell_together_are_not_unpacked():
    assert refusal(zipped(GOOD), limits=Limits(unpacked=1000)) == "swollen"


def test_a_table_of_contents_that_lies_about_a_size_is_found_out():
    content = bytearray(zipped(GOOD | {"xl/worksheets/sheet1.xml": "<worksheet>" + " " * 5000}).read())
    entry = content.rindex(b"xl/worksheets/sheet1.xml") - 46
    content[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    assert refusal(bytes(content)) == "damaged"


def test_too_many_parts_are_refused_unseen():
    assert refusal(zipped(GOOD | {f"part{number}": b"" for number in range(1000)})) == "swollen"


def test_a_part_that_is_there_twice_is_damaged():
    assert refusal(zipped(GOOD | {"xl/WORKBOOK.xml": "<workbook/>"})) == "damaged"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_spreadsheets_do_not_use_are_refused(method):
    assert refusal(zipped(GOOD, method)) == "damaged"


def test_entities_that_multiply_are_refused():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert refusal(zipped(GOOD | {"xl/worksheets/sheet1.xml": f"{laughs}<worksheet>&b;</worksheet>"})) == "damaged"


def test_a_tag_without_end_does_not_keep_us_busy():
    long = ods_parts({"S": ods_rows(PEOPLE)})
    long["content.xml"] = long["content.xml"].replace("<table:table ", f'<table:table x="{"y" * 3_000_000}" ', 1)
    assert refusal(zipped(long, zipfile.ZIP_STORED)) == "damaged"


@pytest.mark.parametrize(
    "parts",
    [
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"},
        {"[Content_Types].xml": "<Types>wordprocessingml</Types>", "word/document.xml": "<x/>"},
        {"[Content_Types].xml": "<Types>sheet.binary.macroEnabled</Types>", "xl/workbook.bin": "x"},
        {"Index/Document.iwa": "x", "preview.jpg": "x"},
        {"people.csv": "Name\r\nSiân\r\n"},
        {},
    ],
)
def test_archives_of_another_kind_are_no_sheets(parts):
    assert refusal(zipped(parts)) == "not_a_sheet"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x89PNG\r\n\x1a\n",
        b"{\\rtf1 Name}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook",
        b"\x1f\x8b\x08\x00abc",
        b"<!DOCTYPE html><table><tr><td>Name",
        b"\xef\xbb\xbf\r\n<?xml version='1.0'?><Workbook/>",
        b'[\n {"email": "a@example.org"}]',
        b'\xef\xbb\xbf{"people": []}',
    ],
)
def test_files_of_another_kind_are_no_sheets(content):
    assert refusal(content) == "not_a_sheet"


def test_passwords_are_told_as_such():
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert refusal(encrypted) == "password_protected"
    locked = ods_parts({"S": ods_rows(PEOPLE)}) | {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert refusal(zipped(locked)) == "password_protected"
    content = bytearray(zipped(GOOD).read())
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert refusal(bytes(content)) == "password_protected"


@pytest.mark.parametrize("cut", [100, 500, 900])
def test_half_a_workbook_is_damaged(cut):
    assert refusal(zipped(GOOD).read()[:cut]) == "damaged"

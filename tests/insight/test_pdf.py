"""The report on paper: tagged, in a language, with a title, and never with what people wrote read as markup."""

from datetime import date
from io import BytesIO

import pytest
from django.utils import translation
from pypdf import PdfReader

from m4c.insight.pdf import pdf_of
from m4c.insight.so_far import Period, Reading
from m4c.people.models import Group
from tests.insight.story import NOW, SUMMER

pytestmark = pytest.mark.slow
ODD = 'Tŷ #1 *Ŵyn* \\ "ŷ" $x$ _y_ @z <b> [c] `d` {e}'


def pdf(cast, persona="organiser", group=None, period=SUMMER):
    return PdfReader(BytesIO(pdf_of(Reading(period=period, group=group, account=cast.fresh(persona), now=NOW))))


def text(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags(reader):
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif hasattr(node, "get"):
            found.append((str(node.get("/S")), str(node.get("/Alt", ""))))
            waiting += [node["/K"]] if "/K" in node else []
    return found


def test_it_is_tagged_and_says_its_language_and_title(cast, summer_in_cardiff):
    reader = pdf(cast)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "The Movement So Far, All my groups · 1 June to 30 September 2010"
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def test_every_picture_says_in_words_what_it_shows(cast, summer_in_cardiff):
    figures = [alt for kind, alt in tags(pdf(cast)) if kind == "/Figure"]
    assert sorted(figures) == [
        "Bars from 31 May to 27 Sep; the highest, 9, stands at 31 May.",
        "Funnel of 1-2-1s: 8 pledged, 5 arranged, 3 held, 1 followed up.",
        "Funnel of House meetings: 1 pledged, 2 arranged, 1 held, 1 followed up.",
        "Map with a dot for each place: Cardiff 9; St Mellons 6.",
    ]


def test_headings_and_tables_are_marked_as_such(cast, summer_in_cardiff):
    kinds = {kind for kind, _alt in tags(pdf(cast))}
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= kinds


def test_the_figures_are_in_the_text(cast, summer_in_cardiff):
    words = text(pdf(cast))
    for part in ("13 people trained", "9 in full", "4 at a taster", "8 pledged", "11 people at house meetings"):
        assert part in words
    assert "Bethan Griffiths" in words


def test_leaders_stand_on_a_page_of_their_own_and_only_for_those_who_may_see_them(cast, summer_in_cardiff):
    pages = [page.extract_text() for page in pdf(cast).pages]
    assert [number for number, page in enumerate(pages) if "Bethan" in page] == [len(pages) - 1]
    assert "Taster evening" not in pages[-1]
    assert "Bethan" not in text(pdf(cast, "editor"))


def test_an_empty_period_reads_well(cast):
    reader = pdf(cast, group=cast.cardiff)
    sentence = "Cardiff, 1 June to 30 September 2010: no training, pledge or conversation is on record yet."
    assert sentence in text(reader)
    assert len(reader.pages) == 1


def test_odd_names_are_words_and_nothing_else(cast, story):
    Group.objects.filter(pk=cast.cardiff.pk).update(name=ODD)
    cast.cardiff.refresh_from_db()
    story.session(cast.cardiff, "full", date(2010, 6, 5), story.people(cast.cardiff, 6), title="#panic() *Ŵ* \\")
    reader = pdf(cast, group=cast.cardiff)
    assert reader.metadata.title == f"The Movement So Far, {ODD} · 1 June to 30 September 2010"
    assert ODD in text(reader)
    assert "#panic() *Ŵ* \\" in text(reader)


def test_a_long_period_and_one_day_can_be_printed(cast, summer_in_cardiff):
    assert "9 people trained" in text(pdf(cast, period=Period(date(2010, 6, 5), date(2010, 6, 5))))
    assert "13 people trained" in text(pdf(cast, period=Period(date(1950, 1, 1), date(2010, 12, 1))))


def test_it_is_in_the_readers_language(cast, summer_in_cardiff):
    with translation.override("cy"):
        assert pdf(cast).trailer["/Root"]["/Lang"] == "cy"

"""The fields of a note where they stand on another page: drawn once, and the same as on their own."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from m4c.people.forms.note import NewNoteForm, blank_fields
from tests.cast import Cast


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("persona", ["leader", "organiser", "organiser_elsewhere"])
def test_they_are_those_of_the_page_where_a_note_is_written(cast: Cast, persona: str, language: str) -> None:
    account = getattr(cast, persona)
    with override(language):
        written = render_to_string("people/note_fields.html", {"form": NewNoteForm(by=account)})
        assert "<select" in written
        assert blank_fields(account) == written == blank_fields(account)


def test_a_group_of_another_name_is_offered_by_it(cast: Cast) -> None:
    blank_fields(cast.leader)
    type(cast.cardiff).objects.filter(pk=cast.cardiff.pk).update(name="Caerdydd")
    with CaptureQueriesContext(connection) as asked:
        assert ">Caerdydd</option>" in blank_fields(cast.leader)
    assert len(asked) == 1

"""What a person's row says by itself."""

import pytest

from m4c.people.models import Person

Language = Person.Language


@pytest.mark.parametrize(
    ("language", "code"), [(Language.WELSH, "cy"), (Language.ENGLISH, "en-gb"), (Language.OTHER, "en-gb")]
)
def test_whoever_speaks_welsh_is_written_to_in_welsh(language: str, code: str):
    assert Person(given_name="Amal", language=language).written_in == code

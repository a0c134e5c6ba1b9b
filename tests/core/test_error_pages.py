"""Pages for what went wrong: found without a database where the database may be what is wrong."""

from django.template.loader import get_template
from django.test import Client

from tests.cast import Cast


def test_the_page_for_our_own_fault_needs_no_database():
    assert "Something went wrong on our side" in get_template("500.html").render()


def test_what_is_not_there_is_told_kindly_with_ways_on(cast: Cast):
    answer = Client().get("/nothing-of-that-name/")
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.text
    assert 'href="/groups/"' in answer.text

"""The pages of letters: a campaign's calls, one with its count, and what a supporter meets."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.models import LetterDrive, SupporterLetter
from m4c.places.models import Kind
from m4c.places.resolver import resolve
from m4c.power.models import Office, Tenure
from m4c.website.letter_forms import LetterForm
from tests.campaigns.letters.calling import drive_of, open_one, written
from tests.campaigns.press.telling import a_councillor, ready
from tests.cast import Cast
from tests.factories import queries_of, words_of


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


def public_page(drive: LetterDrive) -> str:
    """Where supporters take part."""
    return reverse("public-letter-drive", kwargs={"slug": drive.slug})


def sent(drive: LetterDrive, **typed: Any) -> Any:
    """The answer to the form, shown a minute ago."""
    then = timezone.now() - timedelta(minutes=1)
    with patch("m4c.website.public_forms.timezone.now", lambda: then):
        stamp = LetterForm().fresh_stamp
    to = str(drive.powerholder.uid) if drive.powerholder else ""
    return Client().post(public_page(drive), {"to": to, "words": "My mum walks.", "stamp": stamp, **typed})


def test_preparing_one_and_opening_it(client: Client, cast: Cast):
    councillor = a_councillor(cast)
    campaign = ready(cast, councillor)
    client.force_login(cast.organiser)
    home = reverse("campaign-letters", kwargs={"uid": campaign.uid})
    assert "Nobody was asked to write yet" in words_of(client.get(home))
    given = {"title": "Write", "means": "letter", "ask": "Vote yes.", "powerholder": str(councillor.uid)}
    answer: Any = client.post(reverse("make-letter-drive", kwargs={"uid": campaign.uid}), given)
    drive = LetterDrive.objects.get()
    assert answer.url == reverse("letter-drive", kwargs={"uid": drive.uid})
    refused = client.post(reverse("open-letter-drive", kwargs={"uid": drive.uid}), follow=True)
    assert "Publish the campaign&#x27;s page first." in words_of(refused)
    assert Client().get(public_page(drive)).status_code == 404


def test_a_form_to_nobody_comes_back(client: Client, cast: Cast):
    campaign = ready(cast)
    client.force_login(cast.organiser)
    given = {"title": "Write", "means": "letter", "ask": "Vote yes."}
    page = words_of(client.post(reverse("make-letter-drive", kwargs={"uid": campaign.uid}), given), 422)
    assert "Name one decision-maker" in page


def test_a_supporter_writes_and_comes_back(cast: Cast):
    drive = open_one(cast)
    assert "You write to" in words_of(Client().get(public_page(drive)))
    page = words_of(sent(drive))
    assert ("Now send it" in page, "My mum walks." in page) == (True, True)
    back = page.partition("/write/back/")[2].partition("/")[0]
    address = reverse("letter-back", kwargs={"token": back})
    Client().post(address, {"do": "sent"})
    Client().post(address, {"do": "answer", "answer": "I will vote for it.", "may_show": "on"})
    letter = SupporterLetter.objects.get()
    assert (letter.words, letter.answer) == ("", "I will vote for it.")
    assert "I will vote for it." not in words_of(Client().get(public_page(drive)))
    editor = Client()
    editor.force_login(cast.editor)
    editor.post(reverse("show-letter-answer", kwargs={"uid": letter.uid}))
    assert "I will vote for it." in words_of(Client().get(public_page(drive)))
    assert "Nothing of it is kept." in words_of(Client().post(address, {"do": "forget"}))
    assert "no longer good" in words_of(Client().get(address), 404)


def test_an_answer_for_the_campaign_alone_is_not_public(client: Client, cast: Cast):
    drive = open_one(cast)
    address = reverse("letter-back", kwargs={"token": written(drive).token})
    Client().post(address, {"do": "answer", "answer": "Ring me at home."})
    client.force_login(cast.organiser)
    assert "Ring me at home." in words_of(client.get(reverse("letter-drive", kwargs={"uid": drive.uid})))
    assert "Ring me at home." not in words_of(Client().get(public_page(drive)))


def test_a_form_without_words_keeps_what_was_chosen(cast: Cast):
    drive = open_one(cast)
    assert "This field is required" in words_of(sent(drive, words=""), 422)
    assert not SupporterLetter.objects.exists()


def test_where_nobody_is_known_it_says_so(cast: Cast):
    drive = open_one(cast, office_name="Member of Parliament")
    page = words_of(Client().post(public_page(drive), {"postcode": "CF10 1EP", "do": "look-up"}))
    assert "We do not know who holds this office where you live." in page


def test_a_postcode_goes_from_step_to_step_and_never_into_an_address(cast: Cast):
    drive = open_one(cast, office_name="Leader of the council")
    council = resolve("CF10 1EP").findings[Kind.COUNCIL].area
    Office.objects.update(name="Leader of the council", area=council)
    assert "CF10" not in words_of(Client().get(public_page(drive), {"postcode": "CF10 1EP"}))
    looked: Any = Client().post(public_page(drive), {"postcode": "CF10 1EP", "do": "look-up"})
    assert "CF10" not in looked.get("Location", "")
    page = words_of(looked)
    assert '<input type="hidden" name="where" value="CF10 1EP"' in page
    assert 'method="get"' not in page
    to = Tenure.objects.get(office__name="Leader of the council").powerholder
    assert f'<input type="hidden" name="to" value="{to.uid}"' in page
    assert "Now send it" in words_of(sent(drive, to=str(to.uid), where="CF10 1EP"))
    assert "not the shape" in words_of(Client().post(public_page(drive), {"postcode": "x", "do": "look-up"}), 422)


def test_whom_an_only_one_is_written_to_goes_with_the_form(cast: Cast):
    drive = open_one(cast)
    assert drive.powerholder
    assert f'<input type="hidden" name="to" value="{drive.powerholder.uid}"' in words_of(
        Client().get(public_page(drive))
    )


def test_the_pages_cost_the_same_for_more(client: Client, cast: Cast):
    drive = open_one(cast)
    written(drive, may_read=True)
    client.force_login(cast.organiser)
    pages = [
        reverse("letter-drive", kwargs={"uid": drive.uid}),
        reverse("campaign-letters", kwargs={"uid": drive.campaign.uid}),
    ]
    few = [queries_of(client, page) for page in pages]
    for _number in range(3):
        written(drive, may_read=True)
    assert [queries_of(client, page) for page in pages] == few


def test_strangers_meet_nothing_of_a_call_being_prepared(cast: Cast):
    assert Client().get(public_page(drive_of(cast))).status_code == 404

"""Empty states teach: each leads to the word of the glossary that it is about, or stands here with the reason."""

import re

from m4c.core.words import WORDS
from tests.house_rules.project_files import shown
from tests.house_rules.templates import templates

EMPTY_STATE = re.compile(r"<c-empty-state(?P<inputs>[^>]*?(?:\{%.*?%\}[^>]*?)*)>", re.DOTALL)
TERM = re.compile(r'\sterm="([\w-]+)"')
WITHOUT = {  # of each file one
    "m4c/core/templates/403.html": "an error page",
    "m4c/core/templates/404.html": "an error page",
    "m4c/core/templates/500.html": "an error page, drawn without the site's addresses",
    "m4c/core/templates/core/search.html": "a search that found nothing",
    "m4c/people/templates/people/accounts.html": "a search that found nothing",
    "m4c/people/templates/people/people.html": "a search that found nothing; nobody at all has a word",
    "m4c/website/templates/website/near_me.html": "a place that we do not know; nobody near has a word",
    "m4c/people/templates/mfa/webauthn/authenticator_list.html": "about devices, which the glossary is not",
    "m4c/people/templates/people/doubles.html": "nothing waits",
    "m4c/people/templates/people/exports.html": "about files, which the glossary is not",
    "m4c/people/templates/people/import_review.html": "all is done",
    "m4c/people/templates/people/messages.html": "nothing waits",
    "m4c/website/templates/website/news.html": "news is plain English",
    "m4c/website/templates/website/complaint_sent.html": "a thank-you",
    "m4c/website/templates/website/contact_sent.html": "a thank-you",
    "m4c/website/templates/website/join_sent.html": "a thank-you",
    "m4c/website/templates/website/own_data_sent.html": "a thank-you",
    "m4c/website/templates/website/join_gone.html": "a link that is used up",
    "m4c/website/templates/website/ask_sent.html": "a thank-you",
    "m4c/website/templates/website/asked.html": "a thank-you",
    "m4c/website/templates/website/come_in_sent.html": "a thank-you",
    "m4c/website/templates/website/come_in_gone.html": "a link that is used up",
    "m4c/website/templates/website/leave_sent.html": "a thank-you",
    "m4c/website/templates/website/leave_gone.html": "a link that is used up",
    "m4c/website/templates/website/left.html": "a thank-you",
    "m4c/website/templates/website/kit_wish_sent.html": "a thank-you",
    "m4c/website/templates/website/kit_answered.html": "a thank-you",
    "m4c/website/templates/website/letter_gone.html": "a thank-you, or a link that opens nothing",
    "m4c/website/templates/website/kit_link_gone.html": "a link that is used up",
    "m4c/website/templates/website/commitment_sent.html": "a thank-you",
    "m4c/website/templates/website/commitment_link_gone.html": "a link that is used up",
    "m4c/website/templates/website/follow_sent.html": "a thank-you",
    "m4c/website/templates/website/follow_done.html": "a thank-you",
    "m4c/website/templates/website/follow_gone.html": "a link that is used up",
    "m4c/outreach/templates/outreach/stop_letters.html": "a thank-you, or a link that is used up",
    "m4c/website/templates/website/reply_gone.html": "a link that opens nothing",
    "m4c/listening/templates/listening/vote_gone.html": "a code that opens nothing",
    "m4c/listening/templates/listening/vote_over.html": "a thank-you, or a ballot that takes no votes",
    "m4c/listening/templates/listening/stop_word_back.html": "a thank-you, or a link that opens nothing",
}


def terms() -> list[tuple[str, str]]:
    """The template of each empty state, and the word it leads to; blank where there is none."""
    return [
        (shown(path), term[1] if (term := TERM.search(found["inputs"])) else "")
        for path in templates()
        for found in EMPTY_STATE.finditer(path.read_text(encoding="utf-8"))
    ]


def test_every_empty_state_has_a_word_or_a_reason_for_none() -> None:
    assert sorted(where for where, term in terms() if not term) == sorted(WITHOUT)


def test_every_word_stands_in_the_glossary() -> None:
    assert {term for _where, term in terms() if term} - set(WORDS.names()) == set()


def test_all_uses_are_found() -> None:
    used = sum(path.read_text(encoding="utf-8").count("<c-empty-state") for path in templates())
    assert used == len(terms()) > len(WITHOUT)

"""Tags in place of Django's draw what Django's would."""

from uuid import UUID

import pytest
from django.template import Context, Engine
from django.urls import NoReverseMatch
from django.utils import translation

from m4c.core.components.node import Component
from m4c.core.templatetags.swift import Address, Words

I18N = "django.templatetags.i18n"
GIVEN = {"uid": UUID(int=7), "slug": "cardiff-east", "what": "People", "odd": "Ca/er & <b>"}
WORDS = [
    '{% translate "People" %}',
    "{% translate 'People' as people %}<{{ people }}>",
    '{% translate "People"|upper %}',
    '{% translate "People" noop %}',
    '{% translate "100% & <b>" %}',
    "{% translate what %}",
]
ADDRESSES = [
    "{% url 'people' %}",
    "{% url 'people' as here %}<{{ here }}>",
    "{% url 'person' uid=uid %}",
    "{% url 'person' uid=uid as here %}<{{ here }}>",
    "{% url 'person' uid='00000000-0000-0000-0000-000000000007' %}",
    "{% url 'group' slug=slug %}",
    "{% url 'public-events' %}",
    "{% url 'no-such-route' as here %}<{{ here }}>",
    "{% url 'person' uid=slug as here %}<{{ here }}>",
    "{% url 'group' slug=odd as here %}<{{ here }}>",
    "{% url 'wagtailadmin_home' %}",
]
NOWHERE = ["{% url 'no-such-route' %}", "{% url 'person' uid=slug %}", "{% url 'group' slug=odd %}", "{% url '' %}"]


def compiled(markup, *more):
    return Engine(builtins=[I18N, *more]).from_string(markup)


def swift(markup):
    return compiled(markup, "m4c.core.templatetags.swift")


@pytest.mark.parametrize("language", ["en-gb", "cy"])
@pytest.mark.parametrize("markup", WORDS + ADDRESSES)
def test_the_same_is_drawn(markup, language):
    with translation.override(language):
        assert swift(markup).render(Context(GIVEN)) == compiled(markup).render(Context(GIVEN))


@pytest.mark.parametrize("markup", NOWHERE)
def test_the_same_is_refused(markup):
    with pytest.raises(NoReverseMatch):
        swift(markup).render(Context(GIVEN))


def test_what_stands_as_it_is_takes_the_short_way():
    assert [type(swift(markup).nodelist[0]) for markup in (WORDS[0], WORDS[1], ADDRESSES[0], ADDRESSES[2])] == [
        Words,
        Words,
        Address,
        Address,
    ]
    assert isinstance(
        compiled("{% cotton badge %}x{% endcotton %}", "m4c.core.templatetags.swift").nodelist[0], Component
    )

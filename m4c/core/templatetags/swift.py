"""Tags in place of those of packages: what they draw is the same, in fewer steps, as each page has dozens of them."""

from functools import cache
from uuid import UUID

from django import template
from django.core.validators import slug_re
from django.template import Context
from django.template.base import FilterExpression, Node, Parser, Token
from django.template.defaulttags import URLNode, url
from django.templatetags.i18n import TranslateNode, do_translate
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext
from django_cotton.templatetags._component import cotton_component

from m4c.core.components.node import Component
from m4c.core.routes import NIL

register = template.Library()
EXAMPLES = {"": "", "uid": str(NIL), "slug": "such-a-slug"}  # of what an address takes, by its name


@register.tag("cotton")
def component(parser: Parser, token: Token) -> Component:
    """`<c-name ...>`, as its package reads it."""
    return Component(cotton_component(parser, token))


@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    """`{% translate %}`: at once where the words stand in the template as they are."""
    node: TranslateNode = do_translate(parser, token)
    words = literal(node.filter_expression)
    is_plain = words and "%" not in words and not node.noop and not node.message_context
    return Words(words, node.asvar) if is_plain else node


class Words(Node):
    """Words in the language of now."""

    def __init__(self, words: str, name: str | None) -> None:
        self.words, self.name = words, name

    def render(self, context: Context) -> str:
        """The words, or nothing where they are kept under a name."""
        words = gettext(self.words)
        if self.name is None:
            return words
        context[self.name] = words
        return ""


@register.tag("url")
def address(parser: Parser, token: Token) -> Node:
    """`{% url %}`: from what is known of its route, where that stands as it is and takes nothing, a uid or a slug."""
    node: URLNode = url(parser, token)
    route = literal(node.view_name)
    takes = "".join(node.kwargs)
    is_plain = route and ":" not in route and not node.args and takes in EXAMPLES
    return Address(node, route, takes) if is_plain else node


class Address(Node):
    """An address of a route, for what it takes."""

    def __init__(self, node: URLNode, route: str, takes: str) -> None:
        self.node, self.route, self.takes, self.given = node, route, takes, node.kwargs.get(takes)

    def render(self, context: Context) -> str:
        """The address, or nothing where it is kept under a name; whatever Django says where there is none."""
        given = self.given.resolve(context) if self.given else ""
        try:
            before, after = parts_of(self.route, self.takes, get_language())
        except NoReverseMatch:
            return self.node.render(context)
        if self.given and not (isinstance(given, UUID) if self.takes == "uid" else slug_re.match(str(given))):
            return self.node.render(context)
        address = f"{before}{given}{after}"
        if self.node.asvar is None:
            return address
        context[self.node.asvar] = address
        return ""


@cache
def parts_of(route: str, takes: str, language: str | None) -> tuple[str, str]:
    """What stands before and after what an address of this route takes, in the language of now, which is this one."""
    example = EXAMPLES[takes]
    whole = reverse(route, kwargs={takes: example} if takes else {})
    before, _example, after = whole.partition(example) if takes else (whole, "", "")
    return before, after


def literal(given: FilterExpression) -> str:
    """The text that a tag is given as it stands; blank for what is looked up or changed by filters."""
    text = getattr(given.var, "literal", given.var)
    return text if isinstance(text, str) and not given.filters else ""

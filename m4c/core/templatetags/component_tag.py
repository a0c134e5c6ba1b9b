"""The tag that stands for `<c-name>`, in place of its package's own."""

from django import template
from django.template.base import Parser, Token
from django_cotton.templatetags._component import cotton_component

from m4c.core.components.node import Component

register = template.Library()


@register.tag("cotton")
def component(parser: Parser, token: Token) -> Component:
    """`<c-name ...>`, as the package reads it."""
    return Component(cotton_component(parser, token))

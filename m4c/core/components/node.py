"""A component in a template, drawn in fewer steps than its package takes: a page has some thirty of them.

The package reads the tag and tells what stands in it. Its template, and what that declares, are looked up once.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.template import Context, Template
from django.template.base import Node, NodeList, TextNode
from django.template.defaulttags import LoadNode
from django.template.library import SimpleNode
from django.utils.safestring import SafeString
from django_cotton.templatetags import Attrs, UnprocessableDynamicAttr
from django_cotton.templatetags._component import AttrKind, CottonComponentNode
from django_cotton.templatetags._vars import CottonVarsNode
from django_cotton.utils import get_cotton_data

from m4c.core.components.markup import NOTHING

State = dict[str, Any]


class Component(Node):
    """`<c-name ...>` in a template: what it is given, and what stands between its tags."""

    def __init__(self, tag: CottonComponentNode) -> None:
        self.path = f"cotton/{tag.component_name.replace('-', '_')}.html"
        self.nodelist = tag.nodelist
        self.given = [(each.key, each.value, reader(each)) for each in tag._prepared_attrs]
        self.drawing: Drawing | None = None

    def render(self, context: Context) -> SafeString:
        """What its template makes of what it declares, what stands in its slots and what it is given."""
        cotton, slots, given = get_cotton_data(context), State(), State()
        cotton["stack"].append({"slots": slots})  # where the package's slots put what stands in them
        for key, value, read in self.given:
            try:
                given[key] = read(context) if read else value
            except UnprocessableDynamicAttr:
                continue  # there is nothing of this name: what is declared holds
        slots["slot"] = self.nodelist.render(context)
        cotton["stack"].pop()
        if self.drawing is None:
            self.drawing = Drawing(context.template.engine.get_template(self.path))  # type: ignore[union-attr]
        return self.drawing.draw(context, slots, given)


def reader(attr: Any) -> Callable[[Context], Any] | None:
    """How an attribute, as the package tells of it, is read from the context; None for one that says what it is."""
    if attr.compiled is None:
        return None
    return attr.compiled.nodelist.render if attr.kind is AttrKind.ESCAPED else attr.compiled.resolve


class Drawing:
    """The template of a component, and what it declares, which is the same for each that it draws.

    Where it is one tag that is told nothing but that, as of what a page has a dozen, its function is called at once.
    """

    def __init__(self, template: Template) -> None:
        self.template, self.declared = template, State()
        node: Any
        for node in template.nodelist.get_nodes_by_type(CottonVarsNode):
            self.declared |= node.extract_vars(Context(), Attrs({}), {})
        self.nodes = NodeList([each for each in template.nodelist if not isinstance(each, LoadNode | CottonVarsNode)])
        self.call = call_of(self.nodes, self.declared.keys() | {"slot", "attrs"})

    def draw(self, context: Context, slots: State, given: State) -> SafeString:
        """What it says; what it is given and does not declare are attributes of its element."""
        rest = {key: value for key, value in given.items() if key not in self.declared}
        state = {**self.declared, **slots, **given, "attrs": str(Attrs(rest)) if rest else NOTHING}
        if self.call:
            return self.call(context, state)
        with context.push(state), context.render_context.push_state(self.template):
            return self.nodes.render(context)


def call_of(nodes: Sequence[Any], declared: set[str]) -> Callable[[Context, State], SafeString] | None:
    """What draws these nodes, where they are one tag, between spaces, that is told nothing but what is declared."""
    tags = [node for node in nodes if not isinstance(node, TextNode)]
    tag = tags[0] if len(tags) == 1 else None
    if type(tag) is not SimpleNode or tag.target_var:
        return None
    args, more = [each.token for each in tag.args], [(name, each.token) for name, each in tag.kwargs.items()]
    if not declared.issuperset([*args, *(each for _name, each in more)]):
        return None
    at = nodes.index(tag)
    before, after = ("".join([each.s for each in text]) for text in (nodes[:at], nodes[at + 1 :]))

    def call(context: Context, state: State) -> SafeString:
        first = (context,) if tag.takes_context else ()
        drawn = tag.func(*first, *[state[each] for each in args], **{name: state[each] for name, each in more})
        return SafeString(f"{before}{drawn}{after}")

    return call

"""Draws a badge: a word or two with a mark that says the same."""

from django.utils.safestring import SafeString

from m4c.core.components.markup import told

OPEN = '<circle cx="6" cy="6" r="4.3" />'
MARKS = {
    "kept": '<path d="m1.5 6.5 3 3 6-7" />',
    "late": '<path d="M6 1v6.5M6 10.4v.2" />',
    "broken": '<path d="m2 2 8 8M10 2l-8 8" />',
    "void": '<path d="M2 6h8" />',
    "part": OPEN + '<path class="badge-full" d="M6 1.7a4.3 4.3 0 0 1 0 8.6z" />',
    "made": '<path d="M1 2h10v6.2H5.2L2.6 10.6V8.2H1z" />',
    "disputed": '<path d="M1.5 4h9M1.5 8h9M8.2 1.2 3.8 10.8" />',
    "soon": '<circle cx="6" cy="6" r="4.8" /><path d="M6 3.2V6l2 1.3" />',
    "moving": '<path d="m1 9.5 3.5-4 2.5 2L11 2.5" />',
    "ended": '<path d="m1.5 4.5 3 3 5.5-6M1.5 11h9" />',
    "replaced": '<path d="M1.5 6h8.5M7 2.8 10.2 6 7 9.2" />',
    "unsure": '<path d="M3.6 3.9A2.4 2.4 0 1 1 7 6.1c-.8.4-1 .9-1 1.6M6 10.6v.2" />',
}


def draw(words: object, kind: str = "wait", *, classes: object = "", attributes: object = "") -> SafeString:
    """The badge of these words; one that is plain has no mark. `attributes` are escaped already."""
    mark = "" if kind == "plain" else marked(MARKS.get(kind, OPEN))
    return SafeString(
        f'<span class="badge badge-{told(kind)} {told(classes)}" {attributes}>{mark}<span>{told(words)}</span></span>'
    )


def marked(path: str) -> str:
    """A mark, hidden from screen readers, as its words stand beside it."""
    return f'<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">{path}</svg>'

"""The living page of components, for those who build and judge the look."""

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from m4c.core.components.samples import samples


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component with its states."""
    code = segno.make("https://example.org/in/3f9c", error="m").svg_inline(border=0, omitsize=True)
    return render(request, "core/components.html", {"sample": samples(), "code": mark_safe(code)})

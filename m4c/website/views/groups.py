"""Groups as the public meets them: where they are, and what they do that everybody may know."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from m4c.core.page_cache import kept
from m4c.website.group_face import Directory, GroupFace, became_part_of, standing_groups
from m4c.website.models import GroupPage


@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """All groups on a map and by nation; those that a word finds."""
    word = request.GET.get("q", "").replace("\0", "").strip()[:80]
    directory = Directory(get_language(), word)
    return render(request, "website/groups.html", {"directory": directory, "word": word})


@kept
@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """A group without a written page; one with a page, or that became part of another, is found there."""
    if merged := became_part_of(slug):
        return redirect("public-group", slug=merged.kept.slug)
    found = get_object_or_404(standing_groups(), slug=slug)
    written = GroupPage.objects.visible_to(None).in_language(get_language()).filter(group=found).first()
    if written:
        return redirect(written.get_url(request))
    return render(request, "website/group.html", {"face": GroupFace(found, get_language())})

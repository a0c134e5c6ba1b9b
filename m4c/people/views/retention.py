"""What has been kept long, for somebody to decide, and what goes by itself."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.pages import page_of
from m4c.people.erasure.keeping import RETENTION_RULES, by_itself
from m4c.people.forms.data_keeping import CaseForm
from m4c.people.models import Person, RetentionCase
from m4c.people.models.retention_case import RetentionCaseQuerySet
from m4c.people.operations.retention import decide_case
from m4c.people.views.asking import account_of, done_by_form


@never_cache
@require_safe
def retention(request: HttpRequest) -> HttpResponse:
    """Those to decide, the longest silence first."""
    account = account_of(request)
    seen = RetentionCase.objects.visible_to(account).filter(person__in=Person.objects.visible_to(account))
    found = seen.waiting().select_related("person", "group").order_by("since", "pk")
    page = page_of(found, request.GET, after=RetentionCaseQuerySet.after, before=RetentionCaseQuerySet.before)
    context = {
        "page": page,
        "rows": [(case, RETENTION_RULES[case.rule].what) for case in page.rows if case.rule in RETENTION_RULES],
        "by_itself": by_itself(),
    }
    return render(request, "people/retention.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One of them, and deciding it."""
    account = account_of(request)
    seen = RetentionCase.objects.visible_to(account).filter(person__in=Person.objects.visible_to(account))
    found = seen.waiting().select_related("person", "group")
    shown = get_object_or_404(found, uid=uid)
    form = CaseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = {"case": shown, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, decide_case, **given):
            return redirect("retention")
    rule = RETENTION_RULES.get(shown.rule)
    context = {"case": shown, "what": rule.what if rule else _("an older rule"), "form": form}
    return render(request, "people/retention_case.html", context, status=422 if form.errors else 200)

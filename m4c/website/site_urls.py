"""Wagtail's serving of pages, without its doors: a page that asks for a password does not exist here."""

from django.urls import re_path
from django.views.generic import RedirectView
from wagtail.urls import serve_pattern

from m4c.website.views.page import page

urlpatterns = [
    re_path(r"^_util/", RedirectView.as_view(pattern_name="account_login"), name="site-sign-in"),
    re_path(serve_pattern, page, name="wagtail_serve"),
]

"""Wagtail's serving of pages, without its doors: a page that asks for a password does not exist here."""

from django.urls import re_path
from django.views.generic import RedirectView
from wagtail import views
from wagtail.urls import serve_pattern

urlpatterns = [
    re_path(r"^_util/", RedirectView.as_view(pattern_name="account_login"), name="site-sign-in"),
    re_path(serve_pattern, views.serve, name="wagtail_serve"),
]

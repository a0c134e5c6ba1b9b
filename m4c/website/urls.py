"""Addresses of website, each with the permission that opens it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

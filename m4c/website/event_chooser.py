"""Choosing an event for a page in the site's editor: those that everybody may know of, and no word of any other."""

from typing import Any

from django import forms
from django.db.models import ForeignKey, Q
from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.compare import ForeignObjectComparison
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser

from m4c.events.models import Event
from m4c.events.models.event import EventQuerySet
from m4c.events.public import public_events


def title_of(event: Event) -> str:
    """An event as editors tell it from others: what, whose and when."""
    return f"{event.title} ({event.group}, {date_format(timezone.localdate(event.starts_at), 'j F Y')})"


def public_event(pk: Any) -> Event | None:
    """The event of this id, if everybody may know of it."""
    return public_events().filter(pk=pk).first() if str(pk).isdecimal() else None


class WordsFilter(BaseFilterForm):
    """The box for words of an event's title or of its group's name."""

    q = forms.CharField(label=gettext_lazy("Search"), required=False)

    def filter(self, objects: EventQuerySet) -> EventQuerySet:
        """The events in which they stand."""
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return objects.filter(Q(title__icontains=self.search_query) | Q(group__name__icontains=self.search_query))


class Choosing:
    """What both views that list events share."""

    ordering = ("-starts_at", "-pk")
    filter_form_class = WordsFilter

    def get_object_list(self) -> EventQuerySet:
        """The public ones."""
        return public_events()

    @property
    def title_column(self) -> Any:
        """Each by its title, its group and its day."""
        column = super().title_column  # type: ignore[misc]
        column.accessor = title_of
        return column


class ChooseView(Choosing, chooser.ChooseView):
    """The window in which an event is chosen."""


class ChooseResultsView(Choosing, chooser.ChooseResultsView):
    """Its list, when another leaf or word is asked for."""


class ChosenView(chooser.ChosenView):
    """The answer to a choice."""

    def get_object(self, pk: str) -> Event:
        """The public event of this id. Raises Http404."""
        event = public_event(pk)
        if event is None:
            raise Http404
        return event

    def get_display_title(self, instance: Event) -> str:
        """The event as the field shows it."""
        return title_of(instance)


class EventWidget(BaseChooser):
    """The field: empty where the event is not, or no longer, for everybody to know of."""

    model = Event
    icon = "date"
    choose_one_text = gettext_lazy("Choose an event")
    choose_another_text = gettext_lazy("Choose another event")
    chooser_modal_url_name = "choose_event:choose"
    show_edit_link = False

    def get_instance(self, value: Any) -> Event | None:
        """The event, read anew whatever was passed."""
        return public_event(value.pk if isinstance(value, Event) else value)

    def get_display_title(self, instance: Event) -> str:
        """The event as the field shows it."""
        return title_of(instance)

    def get_value_data_from_instance(self, instance: Event) -> dict[str, Any]:
        """What the field needs to know of it; it is changed elsewhere."""
        return {"id": instance.pk, "edit_url": None, self.display_title_key: self.get_display_title(instance)}


class EventComparison(ForeignObjectComparison):
    """Two drafts side by side: an event that is not public is told as that."""

    def get_objects(self) -> tuple[str | None, str | None]:
        """The titles of both, or what stands in their place."""
        return told(self.val_a), told(self.val_b)


def told(pk: Any) -> str | None:
    """An event by its title, or that it is not for everybody to know of; None where there is none."""
    event = public_event(pk)
    return title_of(event) if event else _("an event that is not public") if pk else None


class EventPanel(FieldPanel):
    """The field of an event on a page's form."""

    def get_comparison_class(self) -> type[EventComparison]:
        """How two drafts of it are compared."""
        return EventComparison


class EventChooser(ChooserViewSet):
    """The addresses of choosing one; those of making one, and of choosing many, lead nowhere (cms_urls.py)."""

    model = Event
    icon = "date"
    choose_one_text = gettext_lazy("Choose an event")
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    register_widget = False

    def on_register(self) -> None:
        """Have every page's field for an event be ours."""
        super().on_register()
        register_form_field_override(
            ForeignKey, to=Event, override={"widget": EventWidget, "queryset": public_events()}
        )


event_chooser = EventChooser("choose_event", url_prefix="choose-event")

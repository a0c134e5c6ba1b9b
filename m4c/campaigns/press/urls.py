"""Addresses of press, the public page and what makes it public."""

from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS as PUBLISH
from m4c.campaigns.permissions import RUN_CAMPAIGNS as RUN
from m4c.campaigns.permissions import SEE_CAMPAIGNS as SEE
from m4c.campaigns.views import press, press_note
from m4c.campaigns.views import public_page as page
from m4c.core.routes import route

ONE = "organise/campaigns/<uuid:uid>/"
ITEM, NOTE = "organise/campaigns/press/<uuid:uid>/", "organise/campaigns/press-notes/<uuid:uid>/"
QUOTE, NAMING = "organise/campaigns/quotations/<uuid:uid>/", "organise/campaigns/naming/<uuid:uid>/"

urlpatterns = [
    route(f"{ONE}press/", press.press, allow=SEE, name="campaign-press"),
    route(f"{ONE}press/new/", press.log, allow=RUN, name="log-press"),
    route(f"{ONE}press/notes/new/", press_note.write, allow=RUN, name="write-press-note"),
    route(ITEM, press.item, allow=SEE, name="campaign-press-item"),
    route(f"{ITEM}edit/", press.edit, allow=RUN, name="edit-press"),
    route(f"{ITEM}quotations/", press.quote, allow=RUN, name="quote-in-press"),
    route(f"{QUOTE}withdraw/", press.withdraw, allow=RUN, name="withdraw-press-quote"),
    route(NOTE, press_note.note, allow=SEE, name="press-note"),
    route(f"{NOTE}edit/", press_note.edit, allow=RUN, name="edit-press-note"),
    route(f"{NOTE}quotations/", press_note.quote, allow=RUN, name="quote-in-note"),
    route(f"{NOTE}release/", press_note.release, allow=PUBLISH, name="release-press-note"),
    route(f"{NOTE}withdraw/", press_note.withdraw, allow=RUN, name="withdraw-press-note"),
    route(f"{ONE}public-page/", page.page, allow=SEE, name="campaign-public-page"),
    route(f"{ONE}public-page/words/", page.word, allow=RUN, name="word-public-page"),
    route(f"{ONE}public-page/publishing/", page.publish, allow=PUBLISH, name="publish-campaign"),
    route(f"{ONE}public-page/taking-off/", page.unpublish, allow=PUBLISH, name="unpublish-campaign"),
    route(f"{ONE}naming/<uuid:powerholder>/", page.ask, allow=RUN, name="ask-to-name"),
    route(f"{NAMING}deciding/", page.decide, allow=PUBLISH, name="decide-naming"),
    route(f"{NAMING}end/", page.end, allow=PUBLISH, name="end-naming"),
]

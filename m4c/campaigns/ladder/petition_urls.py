"""Addresses of paper petitions."""

from m4c.campaigns.permissions import RUN_CAMPAIGNS, SEE_CAMPAIGNS
from m4c.campaigns.views import paper_petition, paper_signature
from m4c.core.routes import route

HOME = "organise/campaigns/"
ALL, ONE = f"{HOME}<uuid:uid>/petitions/", f"{HOME}petitions/<uuid:uid>/"
SHEET, LINE, FILE = f"{HOME}sheets/<uuid:uid>/", f"{HOME}signatures/<uuid:uid>/", f"{ONE}sheets/<uuid:file>/"
RUN = RUN_CAMPAIGNS

urlpatterns = [
    route(ALL, paper_petition.petitions, allow=SEE_CAMPAIGNS, name="campaign-petitions"),
    route(f"{ALL}new/", paper_petition.begin, allow=RUN, name="begin-petition"),
    route(ONE, paper_petition.petition, allow=SEE_CAMPAIGNS, name="paper-petition"),
    route(f"{ONE}words/", paper_petition.change, allow=RUN, name="change-petition"),
    route(f"{ONE}closing/", paper_petition.close, allow=RUN, name="close-petition"),
    route(f"{ONE}sheets/", paper_petition.print_sheets, allow=RUN, name="print-petition-sheets"),
    route(FILE, paper_petition.sheets_made, allow=RUN, name="petition-sheets-made"),
    route(f"{FILE}pdf/", paper_petition.download, allow=RUN, name="petition-sheets-pdf"),
    route(f"{ONE}counting/", paper_petition.count, allow=RUN, name="count-petition-sheet"),
    route(f"{ONE}file/", paper_signature.bring_in, allow=RUN, name="import-signatures"),
    route(f"{ONE}ticks/", paper_signature.ticks, allow=RUN, name="petition-ticks"),
    route(f"{ONE}hand-ins/", paper_petition.hand_in, allow=RUN, name="hand-petition-in"),
    route(f"{HOME}hand-ins/<uuid:uid>/answer/", paper_petition.answer, allow=RUN, name="answer-hand-in"),
    route(SHEET, paper_signature.sheet, allow=RUN, name="petition-sheet"),
    route(f"{LINE}record/", paper_signature.keep, allow=RUN, name="keep-signatory"),
    route(f"{LINE}person/", paper_signature.whose, allow=RUN, name="whose-signature"),
]

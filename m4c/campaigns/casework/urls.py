"""Addresses of a campaign, what it consists of and its case."""

from m4c.campaigns.permissions import AUTHORISE_CAMPAIGNS as AUTHORISE
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS as PUBLISH
from m4c.campaigns.permissions import RUN_CAMPAIGNS as RUN
from m4c.campaigns.permissions import SEE_CAMPAIGNS as SEE
from m4c.campaigns.views import backer, campaign, open_letter
from m4c.campaigns.views import campaign_case as case
from m4c.campaigns.views import campaign_family as family
from m4c.campaigns.views import campaign_job as job
from m4c.campaigns.views import campaign_setup as setup
from m4c.campaigns.views import source_document as document
from m4c.core.routes import route
from m4c.events.permissions import GIVE_JOBS

HOME = "organise/campaigns/"
ONE = f"{HOME}<uuid:uid>/"
EVIDENCE, BACKER, LETTER = f"{HOME}evidence/<uuid:uid>/", f"{HOME}backers/<uuid:uid>/", f"{HOME}letters/<uuid:uid>/"
SIGNATORY, GIFT = f"{HOME}signatures/<uuid:uid>/", f"{HOME}gifts/<uuid:uid>/"
DOCUMENT, CLAUSE = f"{ONE}documents/<uuid:document>/", f"{ONE}clauses/<uuid:clause>/"

urlpatterns = [
    route(HOME, campaign.campaigns, allow=SEE, name="campaigns"),
    route(f"{HOME}new/", campaign.begin, allow=RUN, name="begin-campaign"),
    route(ONE, campaign.campaign, allow=SEE, name="campaign"),
    route(f"{ONE}words/", campaign.change, allow=RUN, name="change-campaign"),
    route(f"{ONE}set-up/", setup.setup, allow=SEE, name="campaign-setup"),
    route(f"{ONE}authorisations/", setup.authorise, allow=AUTHORISE, name="authorise-campaign"),
    route(f"{ONE}status/", setup.move, allow=RUN, name="move-campaign"),
    route(f"{ONE}leads/", setup.name_lead, allow=RUN, name="name-campaign-lead"),
    route(f"{ONE}demands/", setup.state_demand, allow=RUN, name="state-demand"),
    route(f"{ONE}targets/", setup.aim, allow=RUN, name="aim-at"),
    route(f"{HOME}authorisations/<uuid:uid>/end/", setup.take_back, allow=AUTHORISE, name="take-back-authorisation"),
    route(f"{HOME}leads/<uuid:uid>/end/", setup.end_lead, allow=RUN, name="end-campaign-lead"),
    route(f"{HOME}demands/<uuid:uid>/words/", setup.reword_demand, allow=RUN, name="reword-demand"),
    route(f"{HOME}demands/<uuid:uid>/end/", setup.drop_demand, allow=RUN, name="drop-demand"),
    route(f"{HOME}targets/<uuid:uid>/end/", setup.release, allow=RUN, name="release-target"),
    route(f"{ONE}case/", case.case, allow=SEE, name="campaign-case"),
    route(f"{ONE}evidence/", case.add, allow=RUN, name="add-evidence"),
    route(f"{EVIDENCE}file/", case.download, allow=SEE, name="evidence-file"),
    route(f"{EVIDENCE}public/", case.publish, allow=PUBLISH, name="publish-evidence"),
    route(f"{EVIDENCE}withdrawal/", case.withdraw, allow=RUN, name="withdraw-evidence"),
    route(f"{HOME}citations/<uuid:uid>/end/", case.strike, allow=RUN, name="strike-citation"),
    route(f"{ONE}documents/", document.add, allow=RUN, name="add-source-document"),
    route(DOCUMENT, document.document, allow=SEE, name="source-document"),
    route(f"{DOCUMENT}editions/", document.add_edition, allow=RUN, name="add-edition"),
    route(f"{DOCUMENT}clauses/", document.add_clause, allow=RUN, name="add-clause"),
    route(f"{CLAUSE}citation/", document.cite, allow=RUN, name="cite-clause"),
    route(f"{CLAUSE}repeats/", document.repeat, allow=RUN, name="repeat-clause"),
    route(f"{CLAUSE}fulfilment/", document.fulfil, allow=RUN, name="fulfil-clause"),
    route(f"{ONE}backers/", backer.backers, allow=SEE, name="campaign-backers"),
    route(f"{ONE}backers/new/", backer.add, allow=RUN, name="add-backer"),
    route(f"{BACKER}gave/", backer.change, allow=RUN, name="change-backer"),
    route(f"{BACKER}public/", backer.name, allow=PUBLISH, name="name-backer"),
    route(f"{BACKER}end/", backer.end, allow=RUN, name="end-backer"),
    route(f"{ONE}letters/", backer.write, allow=RUN, name="write-open-letter"),
    route(LETTER, open_letter.letter, allow=SEE, name="open-letter"),
    route(f"{LETTER}signatures/", open_letter.sign, allow=RUN, name="sign-open-letter"),
    route(f"{LETTER}closing/", open_letter.close, allow=RUN, name="close-open-letter"),
    route(f"{SIGNATORY}public/", open_letter.agree, allow=RUN, name="name-signatory"),
    route(f"{SIGNATORY}withdrawal/", open_letter.withdraw, allow=RUN, name="withdraw-signature"),
    route(f"{ONE}family/", family.family, allow=SEE, name="campaign-family"),
    route(f"{ONE}origins/", family.grow, allow=RUN, name="grow-out-of"),
    route(f"{HOME}origins/<uuid:uid>/end/", family.strike, allow=RUN, name="strike-origin"),
    route(f"{ONE}larger/", family.join, allow=RUN, name="roll-up-campaign"),
    route(f"{ONE}jobs/new/", job.give, allow=GIVE_JOBS, name="give-campaign-job"),
    route(f"{ONE}gifts/", family.gifts, allow=RUN, name="campaign-gifts"),
    route(GIFT, family.gift, allow=RUN, name="change-gift"),
]

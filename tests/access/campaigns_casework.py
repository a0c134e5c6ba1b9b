"""Who may read campaigns, begin and change them, say who authorised them, and decide what of their case is public."""

import io
from typing import Any

from m4c.campaigns.models import Authorisation, Campaign, Clause, Demand
from m4c.campaigns.operations.backer import NewBacker, add_backer
from m4c.campaigns.operations.campaign import grow_out_of
from m4c.campaigns.operations.campaign_lead import name_lead
from m4c.campaigns.operations.evidence import NewEvidence, add_evidence
from m4c.campaigns.operations.gift import NewGift, record_gift
from m4c.campaigns.operations.open_letter import NewLetter, NewSignatory, sign_open_letter, write_open_letter
from m4c.campaigns.operations.source_document import (
    NewClause,
    NewDocument,
    add_clause,
    add_document,
    add_edition,
    cite_clause,
)
from m4c.campaigns.operations.target import NewTarget, aim_at
from m4c.people.documents.files import take_file
from tests.access.personas import DATA, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.records import DAY
from tests.access.table import Row, form, page, press
from tests.campaigns.casework.running import begun, powerholder, project, running
from tests.cast import Cast
from tests.factories import NOW, TODAY

SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")
PUBLISHERS, OWN_PUBLISHERS = ORGANISERS | those("editor"), OWN_ORGANISERS | those("editor")
RUN: dict[str, Any] = {"area": LEADERS}
ON = {"on": DAY}


def uid(row: Any) -> dict[str, Any]:
    """A record as addresses name it."""
    return {"uid": row.uid}


def given(cast: Cast, campaign: Campaign | None = None) -> dict[str, Any]:
    """What operations of a campaign of Cardiff take."""
    return {"campaign": campaign or begun(cast), "at": NOW, "by": cast.operator}


def an_authorisation(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff was authorised by Cardiff."""
    return uid(Authorisation.objects.get(campaign=running(cast)))


def a_lead(cast: Cast, persona: str = "member") -> dict[str, Any]:
    """Somebody who leads a campaign of Cardiff."""
    return uid(name_lead(person=cast.person(persona), part="lead", on=TODAY, **given(cast)))


def hers(cast: Cast) -> dict[str, Any]:
    """The same of somebody kept safe."""
    return a_lead(cast, "protected_member")


def a_demand(cast: Cast) -> dict[str, Any]:
    """What a campaign of Cardiff demands."""
    return uid(Demand.objects.get(campaign=begun(cast)))


def a_target(cast: Cast) -> dict[str, Any]:
    """At whom a campaign of Cardiff aims."""
    return uid(aim_at(new=NewTarget(powerholder(cast), TODAY), **given(cast)))


def evidence(cast: Cast) -> dict[str, Any]:
    """Evidence with a file."""
    file = take_file(io.BytesIO(b"bread,1.75\n"), "prices.csv")
    return uid(add_evidence(new=NewEvidence("survey", "Prices", TODAY, "Us"), given=file, **given(cast)))


def clause_of(cast: Cast, campaign: Campaign) -> Clause:
    """A clause of a document that a campaign of Cardiff brought in."""
    told = given(cast, campaign)
    by: dict[str, Any] = {"campaign": campaign, "by": cast.operator}
    document = add_document(new=NewDocument("Strategy", publisher_words="The council"), **by)
    edition = add_edition(document=document, year=1998, **told)
    return add_clause(new=NewClause("4", "Use empty buildings", edition, "objective"), **told)


def document(cast: Cast) -> dict[str, Any]:
    """The document, seen from the campaign."""
    campaign = begun(cast)
    return uid(campaign) | {"document": clause_of(cast, campaign).document.uid}


def clause(cast: Cast) -> dict[str, Any]:
    """The clause, seen from the campaign."""
    campaign = begun(cast)
    return uid(campaign) | {"clause": clause_of(cast, campaign).uid}


def a_citation(cast: Cast) -> dict[str, Any]:
    """A clause that a campaign of Cardiff cites."""
    campaign = begun(cast)
    return uid(cite_clause(clause=clause_of(cast, campaign), **given(cast, campaign)))


def a_backer(cast: Cast) -> dict[str, Any]:
    """Who backs a campaign of Cardiff."""
    return uid(add_backer(new=NewBacker("Bethel chapel", "faith", TODAY), **given(cast)))


def letter_of(cast: Cast) -> Any:
    """An open letter of a campaign of Cardiff."""
    new = NewLetter("Sit down", "Dear Sir", TODAY, to_whom="Mr Kapadia")
    return write_open_letter(campaign=begun(cast), new=new, by=cast.operator)


def a_signature(cast: Cast, **more: Any) -> dict[str, Any]:
    """Who signed it."""
    new = NewSignatory(TODAY, "Carys Penhallow", **more)
    return uid(sign_open_letter(letter=letter_of(cast), new=new, at=NOW, by=cast.operator))


def her_signature(cast: Cast) -> dict[str, Any]:
    """The same of somebody kept safe."""
    return a_signature(cast, person=cast.person("protected_member"))


def an_origin(cast: Cast) -> dict[str, Any]:
    """What a campaign of Cardiff grew out of."""
    return uid(grow_out_of(out_of=begun(cast, name="A bus"), **given(cast)))


def with_another(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff, beside which there is another."""
    begun(cast, name="A bus")
    return a_campaign(cast)


def another(cast: Cast) -> dict[str, Any]:
    """The other one, out of which it may have grown."""
    return {"out_of": str(Campaign.objects.get(name="A bus").uid)}


def a_larger(cast: Cast) -> dict[str, Any]:
    """The other one, of which it may be part."""
    return {"into": str(Campaign.objects.get(name="A bus").uid)}


def somebody(cast: Cast) -> dict[str, Any]:
    """Somebody on record to aim at."""
    holder = powerholder(cast)
    return {"powerholder": holder.name, "powerholder-chosen": str(holder.uid), "kind": "primary", "since": DAY}


def the_leader(cast: Cast) -> dict[str, Any]:
    """Somebody whom all who may name them see."""
    person = cast.person("leader")
    return {"person": person.name, "person-chosen": str(person.uid), "part": "lead", "on": DAY}


def a_campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff, being prepared."""
    return uid(begun(cast))


def a_project(cast: Cast) -> dict[str, Any]:
    """A project of Cardiff."""
    return uid(project(cast))


def a_gift(cast: Cast) -> dict[str, Any]:
    """A gift to it."""
    return uid(record_gift(new=NewGift("Toys", TODAY), **given(cast, project(cast))))


ABOUT = {"name": "Homes for us", "setting": "place", "starts_on": DAY}
NEW = ABOUT | {"kind": "campaign", "group": "cardiff"}
FOUND = {"kind": "survey", "title": "Prices", "on": DAY, "source": "Us"}
BACKS = {"name": "A shop", "kind": "business", "since": DAY}
LETTER = {"title": "Sit down", "to_whom": "Mr Kapadia", "words": "Dear Sir", "opened_on": DAY}
GIFT = {"what": "Coats", "how_many": "2", "on": DAY}
DECIDED = {"group": "cardiff", "how": "By hands", "on": DAY}

ROWS: dict[str, Row] = {
    "campaigns": page(SEE),
    "begin-campaign": form(LEADERS, sent=NEW, writes=OWN_LEADERS),
    "campaign": page(OWN_SEE, area=SEE, given=a_campaign),
    "campaign-setup": page(OWN_SEE, area=SEE, given=a_campaign),
    "change-campaign": form(OWN_LEADERS, given=a_campaign, sent=ABOUT, **RUN),
    "authorise-campaign": press(OWN_ORGANISERS, area=ORGANISERS, given=a_campaign, sent=DECIDED),
    "take-back-authorisation": press(
        OWN_ORGANISERS, area=ORGANISERS, given=an_authorisation, sent=ON | {"why": "Sold"}
    ),
    "move-campaign": press(OWN_LEADERS, given=a_campaign, sent={"status": "paused", "why": "Summer", "on": DAY}, **RUN),
    "name-campaign-lead": press(OWN_LEADERS, given=a_campaign, sent=the_leader, **RUN),
    "end-campaign-lead": press(OWN_LEADERS, given=a_lead, sent=ON, **RUN),
    # Kept safe, she is seen to lead it by her own contact alone.
    "end-campaign-lead: of one kept safe": press(those("leader"), given=hers, sent=ON, **RUN),
    "state-demand": press(OWN_LEADERS, given=a_campaign, sent=ON | {"words": "A shop"}, **RUN),
    "reword-demand": press(OWN_LEADERS, given=a_demand, sent=ON | {"words": "Two shops"}, **RUN),
    "drop-demand": press(OWN_LEADERS, given=a_demand, sent=ON, **RUN),
    "aim-at": press(OWN_LEADERS, given=a_campaign, sent=somebody, **RUN),
    "release-target": press(OWN_LEADERS, given=a_target, sent=ON, **RUN),
    "campaign-case": page(OWN_SEE, area=SEE, given=a_campaign),
    "add-evidence": press(OWN_LEADERS, given=a_campaign, sent=FOUND, **RUN),
    "evidence-file": page(OWN_SEE, area=SEE, given=evidence),
    "publish-evidence": press(OWN_PUBLISHERS, area=PUBLISHERS, given=evidence, sent={"public": "yes"}),
    "withdraw-evidence": press(OWN_LEADERS, given=evidence, **RUN),
    "strike-citation": press(OWN_LEADERS, given=a_citation, **RUN),
    "add-source-document": press(
        OWN_LEADERS, given=a_campaign, sent={"title": "Strategy", "publisher_words": "The council"}, **RUN
    ),
    "source-document": page(OWN_SEE, area=SEE, given=document),
    "add-edition": press(OWN_LEADERS, given=document, sent={"year": "2003"}, **RUN),
    "add-clause": press(OWN_LEADERS, writes=NOBODY, given=document, sent={"number": "5", "words": "More"}, **RUN),
    "cite-clause": press(OWN_LEADERS, given=clause, **RUN),
    "repeat-clause": press(OWN_LEADERS, writes=NOBODY, given=clause, **RUN),
    "fulfil-clause": press(OWN_LEADERS, given=clause, sent=ON | {"source": "The paper"}, **RUN),
    "campaign-backers": page(OWN_SEE, area=SEE, given=a_campaign),
    "add-backer": press(OWN_LEADERS, given=a_campaign, sent=BACKS, **RUN),
    "change-backer": press(OWN_LEADERS, given=a_backer, sent={"gave": "The hall"}, **RUN),
    "name-backer": press(OWN_PUBLISHERS, area=PUBLISHERS, given=a_backer, sent={"public": "yes"}),
    "end-backer": press(OWN_LEADERS, given=a_backer, sent=ON, **RUN),
    "write-open-letter": press(OWN_LEADERS, given=a_campaign, sent=LETTER, **RUN),
    "open-letter": page(OWN_SEE, area=SEE, given=lambda cast: uid(letter_of(cast))),
    "sign-open-letter": press(
        OWN_LEADERS, given=lambda cast: uid(letter_of(cast)), sent={"name": "Ebo", "signed_on": DAY}, **RUN
    ),
    "close-open-letter": press(OWN_LEADERS, given=lambda cast: uid(letter_of(cast)), **RUN),
    "name-signatory": press(OWN_LEADERS, given=a_signature, sent={"public": "yes"}, **RUN),
    "withdraw-signature": press(OWN_LEADERS, given=a_signature, **RUN),
    "withdraw-signature: of one kept safe": press(those("leader"), given=her_signature, **RUN),
    "campaign-family": page(OWN_SEE, area=SEE, given=a_campaign),
    "grow-out-of": press(OWN_LEADERS, given=with_another, sent=another, **RUN),
    "strike-origin": press(OWN_LEADERS, given=an_origin, **RUN),
    "roll-up-campaign": press(OWN_LEADERS, given=with_another, sent=a_larger, **RUN),
    "give-campaign-job": form(OWN_LEADERS, given=a_campaign, sent={"what": "Tea"}, **RUN),
    "campaign-gifts": form(OWN_LEADERS, given=a_project, sent=GIFT, **RUN),
    "change-gift": form(OWN_LEADERS, given=a_gift, sent=GIFT, **RUN),
}

"""Headers of tables of office-holders: which column is which, however it is called."""

import re
from collections.abc import Sequence

from m4c.people.names import fold

# Our own name of a column, and what it is called elsewhere; the first that a table has is taken.
SYNONYMS = {
    "name": "name personname fullname mpname councillorname councillor cllr cllrname membername member displayname "
    "namedisplayas holder officeholder postholder candidatename candidate",
    "given": "firstname givenname forename forenames",
    "family": "lastname surname familyname",
    "role": "role office position jobtitle post officename rolename",
    "organisation": "organisation organization organisationname organizationname council councilname institution body "
    "authority localauthority authorityname localauthorityname employer house",
    "area_type": "areatype areakind typeofarea",
    "area_code": "areacode gss gsscode onscode areagss areaonscode",
    "ward_code": "wardcode wardgss wardonscode wdcd gssward",
    "constituency_code": "pconcode pconcd constituencycode constituencygss",
    "council_code": "councilcode ladcode ladcd councilgss localauthoritycode councilonscode",
    "area_name": "areaname postlabel area",
    "ward_name": "ward wardname division divisionname electoraldivision wardordivision",
    "constituency": "constituency constituencyname pcon pconname seat membershipfrom",
    "party": "party partyname politicalparty partygroup latestparty partynamelatest politicalgroup",
    "start_date": "startdate start started startedon since from datefrom electedon membershipstartdate inofficesince",
    "end_date": "enddate end ended endedon until to dateto membershipenddate",
    "email": "email emailaddress officeemail contactemail workemail",
    "phone": "phone telephone tel phonenumber officephone contactnumber workphone",
    "address": "address officeaddress contactaddress postaladdress",
    "source_url": "sourceurl source url link website profileurl",
    "source_date": "sourcedate asat asof correctat retrievedon retrieved dateofsource lastupdated",
    "external_id": "externalid id uniqueid",
    "members_id": "parliamentmemberid mnisid memberid membersid parliamentid datadotparlid",
    "twfy_id": "twfyid theyworkforyouid publicwhipid parlparseid",
    "person_id": "personid democracyclubid dcid",
    "councillor_id": "councillorid cllrid",
    "council_id": "councilid opencouncilid opencouncildataid localauthorityid",
    "seats": "seats numberofseats seatstotal",
    # Democracy Club
    "election_id": "electionid election electionslug",
    "ballot_id": "ballotpaperid ballotid ballotpaper",
    "election_date": "electiondate dateofelection polldate pollingday",
    "elected": "elected iselected winner electedornot",
    "seats_contested": "seatscontested winnercount",
    # Open Council Data
    "party_code": "electoralcommissionpartycode ecpartycode partycode ecpartyid",
    "next_election": "nextelection nextelectiondate",
}
KNOWN = {said: name for name, those in SYNONYMS.items() for said in those.split()}
YEAR = re.compile(r"(?<=[a-z])\d\d(?=cd$|nm$)|_?\d\d(?=cd$)")
ONS_NAMES = {"pconnm": "constituency", "wdnm": "ward_name", "ladnm": "organisation"}


def columns_of(headers: Sequence[str]) -> dict[str, int]:
    """Where each of our columns stands in a table; of two headers that mean the same, the one we would use first."""
    found: dict[str, tuple[int, int]] = {}
    for place, header in enumerate(headers):
        said = YEAR.sub("", fold(header))
        name = KNOWN.get(said) or ONS_NAMES.get(said)
        if name is None:
            continue
        rank = SYNONYMS[name].split().index(said) if said in KNOWN else 99
        if name not in found or rank < found[name][0]:
            found[name] = (rank, place)
    return {name: place for name, (_rank, place) in found.items()}

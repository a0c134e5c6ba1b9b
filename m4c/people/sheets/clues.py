"""The tables by which headers are known: what words say which kind of column, and which words say that it is not."""

from dataclasses import dataclass

from m4c.people.sheets.header_words import HOUSE_MEETING, ONE_TO_ONE
from m4c.people.sheets.kinds import KINDS, ColumnKind, SheetKind

# Words that add nothing to a header: "Your name (please print)" is "name".
IDLE = set(
    """
    a an the of in is are what your you our any only if please print block capitals caps required optional
    number no nos address details y n yes eich rhif
    """.split()  # noqa: SIM905 - a list of words reads better so
)


@dataclass(frozen=True)
class Clue:
    """Words that a header of this kind has.

    `words` are all there, each being one of several where a bar parts them; none of `unless` is. `whole` means that
    no other words may be there but idle ones; otherwise each other word makes the clue worth a little less.
    """

    kind: ColumnKind
    words: str
    unless: str = ""
    whole: bool = False
    worth: int = 100

    def fits(self, said: list[str]) -> int:
        """What the clue is worth for a header of these words: 0 where it does not fit."""
        here = set(said)
        groups = [set(group.split("|")) for group in self.words.split()]
        if not all(group & here for group in groups) or here & set(self.unless.split()):
            return 0
        others = len(here - IDLE - set().union(*groups))
        if self.whole and others:
            return 0
        return max(self.worth - 5 * others, 1)


# Words by which a header asks for leave to keep in touch, and those that name a channel.
LEAVE = (
    "happy|ok|okay|consent|consents|agree|agrees|agreed|opt|optin|permission|permitted|may|can|allow|allowed|informed|"
    "inform|receive|updates|update|newsletter|newsletters|touch|news|hear|contacted|like|want|wish|hapus|caniatad"
)
CHANNELS = {
    ColumnKind.CONSENT_EMAIL: "email|emailed",
    ColumnKind.CONSENT_TEXT: "text|texts|texted|texting|sms|whatsapp|tecst",
    ColumnKind.CONSENT_PHONE: "phone|phoned|mobile|call|calls|called|ring|ffonio",
    ColumnKind.CONSENT_POST: "post|posted|letter|letters",
    ColumnKind.CONSENT_DOOR: "door|doorstep|visit|visits|visited|knock",
}
PLEDGED = "pledge|pledged|pledges|addo|addewid"
DONE = "held done had completed arranged booked date when where address notes name email training trained followed"

SIGN_IN = [
    Clue(ColumnKind.TITLE, "title|salutation|prefix|mr|mrs|ms|miss|teitl", whole=True),
    Clue(ColumnKind.GIVEN_NAME, "givenname"),
    Clue(ColumnKind.GIVEN_NAME, "first|forename|given|christian", whole=True),
    Clue(ColumnKind.FAMILY_NAME, "familyname"),
    Clue(ColumnKind.FAMILY_NAME, "last|surname|family", whole=True),
    Clue(ColumnKind.FULL_NAME, "fullname"),
    Clue(ColumnKind.FULL_NAME, "givenname familyname", worth=120),
    Clue(ColumnKind.FULL_NAME, "name|names familyname|surname|last", worth=110),
    Clue(ColumnKind.FULL_NAME, "name|names|enw", whole=True, worth=90),
    Clue(
        ColumnKind.FULL_NAME,
        "name attendee|participant|person|contact|supporter|volunteer|delegate|member",
        whole=True,
        worth=85,
    ),
    Clue(ColumnKind.FULL_NAME, "attendee|participant|person|who|pwy", whole=True, worth=70),
    Clue(ColumnKind.KNOWN_AS, "nickname|called"),
    Clue(ColumnKind.KNOWN_AS, "known as"),
    Clue(ColumnKind.KNOWN_AS, "preferred name|givenname", worth=110),
    Clue(ColumnKind.EMAIL, "email"),
    Clue(ColumnKind.EMAIL, "mail", whole=True, worth=60),
    Clue(ColumnKind.PHONE, "mobile"),
    Clue(ColumnKind.PHONE, "phone", worth=95),
    Clue(ColumnKind.PHONE, "contact|whatsapp number|no|nos", whole=True, worth=85),
    Clue(ColumnKind.PHONE, "landline", worth=85),
    Clue(ColumnKind.POSTCODE, "postcode"),
    Clue(ColumnKind.ADDRESS, "address|street|cyfeiriad", unless="email web 2 3 postcode"),
    Clue(ColumnKind.TOWN, "town|city|village|tref|dinas", whole=True),
    Clue(ColumnKind.LANGUAGE, "language|iaith"),
    Clue(ColumnKind.GROUP, "group|branch|chapter|grwp|cangen", unless="age ethnic whatsapp facebook"),
    Clue(
        ColumnKind.HOST_MEMBER, "member|membership|members|aelod", unless="number id since date expiry type name team"
    ),
    Clue(
        ColumnKind.BROUGHT_BY, "brought|invited|invite|referred|referrer|recruited|recruiter|introduced", unless="have"
    ),
    Clue(ColumnKind.BROUGHT_BY, "guest of|i"),
    Clue(ColumnKind.BROUGHT_BY, "came with|because|through"),
    Clue(ColumnKind.BROUGHT_BY, "gwahoddwyd|daeth gan|gyda"),
    Clue(ColumnKind.ONE_TO_ONES_PLEDGED, ONE_TO_ONE, unless=DONE),
    Clue(ColumnKind.ONE_TO_ONES_PLEDGED, f"{ONE_TO_ONE} {PLEDGED}", unless=DONE, worth=110),
    Clue(ColumnKind.HOUSE_MEETINGS_PLEDGED, HOUSE_MEETING, unless=DONE),
    Clue(ColumnKind.HOUSE_MEETINGS_PLEDGED, f"{HOUSE_MEETING} {PLEDGED}", unless=DONE, worth=110),
    Clue(ColumnKind.NOTES, "notes|note|comments|comment|remarks|nodiadau|sylwadau"),
    *(Clue(kind, f"{channel} {LEAVE}", worth=130) for kind, channel in CHANNELS.items()),
    *(Clue(kind, f"contact {channel} by|via", worth=130) for kind, channel in CHANNELS.items()),
]

LEADER = "leader|organiser|organizer|volunteer|your|my|you|held|asker|arweinydd"
OTHER = "with|them|their|other|met|person|contact|gyda"

CONVERSATIONS = [
    Clue(ColumnKind.LEADER_EMAIL, f"email {LEADER}", unless="with their", worth=110),
    Clue(ColumnKind.LEADER_NAME, f"name|givenname|fullname {LEADER}", unless="with their email", worth=110),
    Clue(ColumnKind.LEADER_NAME, "leader|organiser|organizer|volunteer|arweinydd", whole=True),
    Clue(ColumnKind.LEADER_NAME, "held|led|done|conversation by", unless="email", worth=90),
    Clue(ColumnKind.WITH_EMAIL, f"email {OTHER}", unless="leader organiser", worth=120),
    Clue(ColumnKind.WITH_EMAIL, "email", whole=True, worth=60),
    Clue(ColumnKind.WITH_PHONE, f"phone|mobile {OTHER}", unless="leader organiser", worth=120),
    Clue(ColumnKind.WITH_PHONE, "phone|mobile", whole=True, worth=60),
    Clue(ColumnKind.WITH_NAME, f"name|names {OTHER}", unless="leader organiser email phone mobile", worth=120),
    Clue(ColumnKind.WITH_NAME, "with|met|gyda", unless="email phone mobile"),
    Clue(ColumnKind.WITH_NAME, "name|names|person|contact|who|enw", whole=True, worth=80),
    Clue(ColumnKind.DATE, "date|when|day|dyddiad", unless="next nextstep due follow by"),
    Clue(ColumnKind.CONVERSATION_TYPE, "type|kind|math"),
    Clue(ColumnKind.CONVERSATION_TYPE, f"{ONE_TO_ONE} {HOUSE_MEETING}", worth=90),
    Clue(ColumnKind.CONVERSATION_TYPE, "conversation|sgwrs", whole=True, worth=60),
    Clue(ColumnKind.STATUS, "status|stage|progress|statws", worth=100),
    Clue(ColumnKind.STATUS, "outcome|happened|state", whole=True, worth=60),
    Clue(ColumnKind.PEOPLE_THERE, "people|many|attendance|attended|attendees|headcount|turnout|pobl", worth=100),
    Clue(ColumnKind.ALONGSIDE, "alongside|besides|chaperone", worth=110),
    Clue(ColumnKind.ALONGSIDE, "second|other adult", worth=110),
    Clue(ColumnKind.ALONGSIDE, "also there|present", worth=110),
    Clue(ColumnKind.NEXT_STEP, "nextstep", unless="by when due date"),
    Clue(ColumnKind.NEXT_STEP, "next|action|actions|follow", unless="by when due date status", worth=80),
    Clue(ColumnKind.NEXT_STEP_BY, "nextstep|next|action|follow by|when|due|date"),
    Clue(ColumnKind.NEXT_STEP_BY, "due|deadline", worth=90),
    Clue(ColumnKind.NEXT_STEP_BY, "by when", whole=True, worth=90),
    Clue(ColumnKind.NOTES, "notes|note|comments|comment|remarks|nodiadau|sylwadau|said|issues|concerns"),
]

PEOPLE = [
    *(clue for clue in SIGN_IN if clue.kind in KINDS[SheetKind.PEOPLE]),
    Clue(ColumnKind.CONTACT_TYPE, "contact|record|signup type", whole=True),
    Clue(ColumnKind.BODY_NAME, "organisation|organization|company|business", unless="role job title"),
    Clue(ColumnKind.DIED, "deceased|died|death|dead"),
    Clue(ColumnKind.EMAIL_STATE, "subscribed|subscription", unless="text texts sms mobile phone", worth=140),
    Clue(ColumnKind.EMAIL_STATE, "email status|state", worth=140),
    Clue(ColumnKind.TEXT_STATE, "subscribed|subscription text|texts|sms|mobile", worth=150),
    Clue(ColumnKind.LEFT_LIST_ON, "unsubscribed|unsubscribe|unsub on|at|date|time|when"),
    Clue(ColumnKind.TAGS, "tags|tag|labels|categories", whole=True),
    Clue(ColumnKind.TAGS, "tag list|lists", whole=True),
]

TURNOUT = [
    *(clue for clue in SIGN_IN if clue.kind in KINDS[SheetKind.TURNOUT]),
    Clue(
        ColumnKind.CAME, "came|attended|present|arrived|showed|bresennol", unless="because through by with gyda guests"
    ),
    Clue(ColumnKind.CAME, "turned|showed|signed|checked|check|on up|in|day|door"),
    Clue(ColumnKind.CAME, "attendance|attend|there", whole=True, worth=95),
    Clue(
        ColumnKind.TURNOUT_STATE,
        "status|state|rsvp|response|reply|answer|outcome|result|turnout|standing|statws|ymateb",
        unless="home marital county country address",
    ),
    Clue(ColumnKind.TURNOUT_STATE, "coming|attending|attendance|confirmed|confirmation|going|dod", worth=90),
    Clue(
        ColumnKind.TURNOUT_STATE, "came|attended|attend|come|there|yes", unless="by with because through gyda", worth=70
    ),
    Clue(ColumnKind.GUESTS, "guests|plus|1s|extras|gwesteion|companions", unless="by", worth=110),
    Clue(ColumnKind.GUESTS, "guest|extra|bringing|party|friends", unless="of by", worth=90),
    Clue(ColumnKind.GUESTS, "party size", worth=110),
    Clue(ColumnKind.BROUGHT_BY, "whose|who list|guest|friend|contact|person", worth=105),
    Clue(ColumnKind.BROUGHT_BY, "bringer|leader|captain|recruiter|arweinydd", worth=85),
    Clue(ColumnKind.BROUGHT_BY, "asked|called|bringing|contacted by|who"),
]

CONCERNS = [
    *(clue for clue in SIGN_IN if clue.kind in (ColumnKind.GIVEN_NAME, ColumnKind.FAMILY_NAME, ColumnKind.FULL_NAME)),
    Clue(ColumnKind.FULL_NAME, "who|pwy said|say|says|ddywedodd|it|this", whole=True, worth=90),
    Clue(ColumnKind.FULL_NAME, "said|voiced|raised|told by|gan", whole=True, worth=90),
    Clue(ColumnKind.FULL_NAME, "respondent|resident|speaker|voice|ymatebydd|preswylydd|siaradwr", whole=True, worth=85),
    Clue(ColumnKind.EMAIL, "email", unless="visitor leader organiser"),
    Clue(ColumnKind.PHONE, "mobile|phone", unless="visitor leader organiser", worth=95),
    Clue(ColumnKind.DATE, "date|when|day|dyddiad|pryd said|heard|taken|of|on|visit|ymweliad|y", whole=True),
    Clue(ColumnKind.DATE, "date|when|day|dyddiad|pryd", whole=True),
    Clue(ColumnKind.DATE, "heard|said|taken|visited|collected on", whole=True, worth=80),
    Clue(ColumnKind.POSTCODE, "postcode"),
    Clue(ColumnKind.PLACE, "place|where|area|location|address|street|lle|ardal postcode|god", worth=120),
    Clue(
        ColumnKind.PLACE,
        "place|where|area|location|street|road|estate|ward|neighbourhood|community|town|village|city|lle|ble|ardal"
        "|lleoliad|stryd|ystad|cymdogaeth|cymuned|tref|pentref|dinas",
        whole=True,
        worth=90,
    ),
    Clue(ColumnKind.GROUP, "group|branch|chapter|grwp|cangen|gangen", unless="age ethnic whatsapp facebook"),
    Clue(
        ColumnKind.WORDS,
        "words|geiriau|verbatim|quotation|dyfyniad exact|own|their|they|said|in|hwy|eu|mewn|concern",
        whole=True,
        worth=110,
    ),
    Clue(ColumnKind.WORDS, "words|geiriau|verbatim", whole=True, worth=110),
    Clue(
        ColumnKind.WORDS,
        "say|said|says|told|heard|hurts|hurt|worries|ddywedwyd|ddywedodd|ddywedon|brifo|poeni they|we|people|person"
        "|residents|was|you|did|us|them|what|most|beth|nhw|sy|n",
        whole=True,
        worth=100,
    ),
    Clue(ColumnKind.WORDS, "concern|concerns|pryder|pryderon", whole=True, worth=90),
    Clue(
        ColumnKind.WORDS,
        "issue|issues|problem|problems|worry|worries|quote|quotation|answer|response|feedback|comment|comments|problem"
        "|problemau|sylw|sylwadau|dyfyniad|ateb|ymateb",
        whole=True,
        worth=70,
    ),
    Clue(
        ColumnKind.STRENGTH,
        "strength|strongly|strong|intensity|depth|feeling|feel|felt|severity|urgency|heat|weight|cryfder|cryf|gryf"
        "|dwyster|difrifoldeb",
        whole=True,
    ),
    Clue(
        ColumnKind.STRENGTH,
        "strength|strongly|strong|deeply|intensity|depth|feeling|feel|felt|severity|urgency|much|cryf|gryf|cryfder"
        " how|felt|feeling|do|does|they|it|concern|score|scale|level|matter|matters|hurt|hurts|1|3|to|pa|mor|i",
        whole=True,
        worth=105,
    ),
    Clue(
        ColumnKind.MAY_QUOTE,
        "quote|quoted|quoting|quotable|dyfynnu|ddyfynnu|dyfynnir",
        whole=True,
        worth=100,
    ),
    Clue(
        ColumnKind.MAY_QUOTE,
        "quote|quoted|quoting|dyfynnu|ddyfynnu|publish|words|geiriau may|can|ok|okay|happy|consent|permission|allowed"
        "|agree|agreed|agrees|use|to|we|be|it|them|this|their|us|for|anonymously|without|name|cawn|gawn|ni|caniatad|i|hyn",
        whole=True,
        worth=105,
    ),
    Clue(
        ColumnKind.MAY_USE,
        "use|used|using|defnyddio|ddefnyddio inside|internally|within|movement|may|can|ok|okay|happy|consent|permission"
        "|allowed|agree|agreed|agrees|to|we|be|it|them|this|that|they|said|answers|without|names|us|our|for|cawn|gawn"
        "|ni|caniatad|i|hyn|yn|tu|fewn|mudiad",
        whole=True,
    ),
    Clue(ColumnKind.MAY_USE, "consent|consents|consented|agree|agrees|agreed|caniatad|cytuno", whole=True, worth=60),
    Clue(
        ColumnKind.MAY_TELL,
        "tell|told|inform|informed|update|updated|updates|contact|contacted|touch|hear|word|dweud|ddweud|cysylltu|gysylltu"
        " may|can|ok|okay|happy|consent|permission|wants|want|wish|wishes|like|keep|agree|agrees|agreed|them|back|cawn"
        "|gawn|hapus|we|us|me|to|be|what|comes|came|becomes|it|happens|outcome|with|by|about|this|would|further|again"
        "|touch|ni|a|wrthynt|chi|wrthych|ganlyniad|i",
        whole=True,
        worth=105,
    ),
    Clue(ColumnKind.THEME, "theme|themes|topic|heading|thema|pwnc|pennawd", whole=True, worth=110),
    Clue(ColumnKind.THEME, "category|code|coded|coding|subject|categori|cod", whole=True, worth=80),
    Clue(ColumnKind.THEME, "issue|problem|concern|pryder", whole=True, worth=60),
    Clue(ColumnKind.NOTES, "notes|note|comments|comment|remarks|nodiadau|sylwadau", whole=True, worth=60),
]

CLUES = {
    SheetKind.SIGN_IN: SIGN_IN,
    SheetKind.CONVERSATIONS: CONVERSATIONS,
    SheetKind.PEOPLE: PEOPLE,
    SheetKind.TURNOUT: TURNOUT,
    SheetKind.CONCERNS: CONCERNS,
}

# What a header that speaks against being contacted speaks against, the first that fits.
AGAINST_WHAT = [
    (ColumnKind.OBJECTS_TEXT, "text|texts|texted|sms|whatsapp|tecst|tecstio"),
    (ColumnKind.OBJECTS_PHONE, "phone|mobile|call|calls|called|ring|tps|ctps|ffonio"),
    (ColumnKind.OBJECTS_POST, "post|posted|letter|letters|mail|llythyr"),
    (ColumnKind.NO_MAILINGS, "unsubscribed|optout|bulk|newsletter|newsletters|mailing|mailings|mailshot|mailshots"),
    (ColumnKind.OBJECTS_EMAIL, "email|emailed|emails|bounce|bounced|bouncing"),
    (
        ColumnKind.OBJECTS_ALL,
        "contact|contacted|touch|approach|dnc|suppressed|suppression|remove|removed|cysylltu|gysylltu",
    ),
]

"""The columns of the two sheets: of commitments, and of what became of them."""

from m4c.commitments.sheets.headers import Layout

REFERENCE, SPEAKER, OFFICE, MADE_TO, MADE_ON, OCCASION, WORDS = (
    *("reference", "speaker", "office", "made_to"),
    *("made_on", "occasion", "words"),
)
MEASURE, TARGET, UNIT, DUE, DUE_WORDS, RECURS, EXPIRES = (
    *("measure", "target", "unit", "due", "due_words"),
    *("recurs", "expires"),
)
CONDITION, KIND, STATE, STATE_ON, SOURCE, SOURCE_URL, COUNTS, SHOWS, WRITTEN, MILESTONES = (
    *("condition", "condition_kind", "condition_state", "condition_date"),
    *("source", "source_url", "counts_as_kept", "evidence_needed", "in_writing", "milestones"),
)
COMMITMENTS = Layout(
    phrases={
        REFERENCE: "reference|ref|reference no|reference number|ref no|id|number|no|code|commitment|commitment id|"
        "commitment reference|commitment ref|cyfeirnod|cyf",
        SPEAKER: "speaker|who|by|by whom|made by|who promised|who said it|who said so|said by|promised by|name|"
        "powerholder|power holder|decision maker|decisionmaker|politician|person|who made it|siaradwr|pwy|gan bwy",
        OFFICE: "office|role|post|title|job title|position|office held|the office they then held|office then held|"
        "job|capacity|as|swydd",
        MADE_TO: "made to|to|to whom|promised to|whom|for whom|audience|to who|i bwy",
        MADE_ON: "made on|date|made|on|when|date made|day|promised on|date of commitment|when made|date promised|"
        "said on|gwnaed ar|dyddiad",
        OCCASION: "occasion|where|event|at|meeting|on what occasion|venue|place|achlysur|ble",
        WORDS: "words|in their words|their words|the words|in their exact words|their exact words|exact words|quote|"
        "quotation|statement|commitment text|commitment made|promise|promise made|what was promised|"
        "what they promised|what they said|text|wording|pledge|what|description|addewid|geiriau",
        MEASURE: "measure kind|measure|kind|type|kind of measure|how measured|measured by|how it is measured|"
        "measure type|mesur|math",
        TARGET: "target|how much|how many|goal|amount|number promised|quantity|target number|targed|nod|faint",
        UNIT: "unit|units|of what|what of|uned",
        DUE: "due|due on|due date|deadline|by when|due by|by date|target date|complete by|to be done by|erbyn|"
        "dyddiad cau",
        DUE_WORDS: "due words|due in words|deadline words|deadline in words|due in their words",
        RECURS: "recurs|recurring|recurrence|how often|frequency|repeats|every|in each|pa mor aml",
        CONDITION: "condition|conditions|if|only if|conditional on|depends on|subject to|conditional|amod|os",
        KIND: "condition kind|kind of condition|condition type",
        STATE: "condition state|condition status|state of condition|state of the condition|condition met|"
        "where the condition stands|cyflwr yr amod",
        STATE_ON: "condition date|condition state date|condition since|condition met on|condition decided on|"
        "date of condition|date condition met|condition on|dyddiad yr amod",
        EXPIRES: "expires|expires on|expiry|expiry date|until|lasts until|ends|ends on|end date|valid until|"
        "runs until|daw i ben",
        SOURCE: "source|sources|evidence|where recorded|recorded in|reported in|who says so|ffynhonnell",
        SOURCE_URL: "source url|url|link|source link|web address|address|source address|its address",
        COUNTS: "counts as kept|what counts as kept|kept means|kept when|kept if",
        SHOWS: "evidence needed|what would show it|proof needed|evidence wanted",
        WRITTEN: "in writing|written|made in writing|on paper",
        MILESTONES: "milestones|milestone|stages|steps|interim targets",
    },
    needed={SPEAKER: "who promised", MADE_ON: "on which day", WORDS: "what was promised"},
    names="reference, speaker, office, made to, made on, occasion, words, measure kind, target, unit, due, recurs, "
    "condition, condition state, condition date, expires and source",
)

DATE, AMOUNT, NOTE, AMOUNT_OR_NOTE, EVIDENCE, EVIDENCE_URL, SAYS, WHAT = (
    *("date", "amount", "note", "amount_or_note"),
    *("evidence", "evidence_url", "says_who", "kind"),
)
PROGRESS = Layout(
    phrases={
        REFERENCE: COMMITMENTS.phrases[REFERENCE],
        DATE: "date|on|when|day|date of entry|entry date|happened on|as at|as of|dyddiad|pryd",
        AMOUNT: "amount|how much|how many|number|count|level|value|figure|percentage|percent|per cent|progress amount|"
        "so far|reached|total|done|quantity|faint",
        NOTE: "note|notes|what happened|words|description|comment|comments|text|progress|detail|details|what|"
        "beth ddigwyddodd|nodyn",
        AMOUNT_OR_NOTE: "amount or note|amount note|amount and note|amount or words|amount or text|note or amount",
        EVIDENCE: "evidence|proof|source|what shows it|evidence source|tystiolaeth",
        EVIDENCE_URL: "evidence url|url|link|evidence link|web address|its address",
        SAYS: "who says so|says who|according to|said by|reported by|who says|told by|by|witness|recorded by|"
        "pwy sy n dweud",
        WHAT: "kind|type|kind of entry|entry kind|kind of progress|status|math",
    },
    needed={REFERENCE: "which commitment it is of", DATE: "on which day it happened"},
    names="reference, date, amount, note, evidence, who says so and kind",
)

"""The pages of stories whose bars are measured, as whoever listened and as one who told sees them."""

from tests.journeys.listed import listed

STORIES, OWN = "/organise/listening/stories/", "/organise/my-stories/"
STORY = f"{STORIES}?level=5 > {STORIES}*/"

STORY_PAGES = listed(
    STORIES,
    f"{STORIES}new/",
    STORY,
    f"{STORY} > {STORIES}*/words/",
    f"{STORIES}?level=2 > {STORIES}*/ > {STORIES}*/look-through/",
    f"{STORY} > {STORIES}*/consent/",
    f"{STORY} > {STORIES}*/cards/",
    f"{STORY} > {STORIES}*/uses/",
    f"{STORY} > /organise/listening/speaker-cards/*/",
)
OWN_STORY_PAGES = listed(OWN, f"{OWN} > {OWN}*/")

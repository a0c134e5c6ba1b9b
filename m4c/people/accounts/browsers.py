"""What a browser says of itself, in the words its owner would use: enough to know one's own phone in a list."""

# The first that is found is it: browsers also name those they want to be taken for.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Vivaldi": "Vivaldi",
    "DuckDuckGo": "DuckDuckGo",
    "FxiOS": "Firefox",
    "Firefox/": "Firefox",
    "CriOS": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "CrOS": "Chromebook",
    "Macintosh": "Mac",
    "Linux": "Linux",
}


def browser_and_system(user_agent: str) -> tuple[str, str]:
    """`("Chrome", "Android")` from a User-Agent header; blanks for what it does not say."""
    return first_in(user_agent, BROWSERS), first_in(user_agent, SYSTEMS)


def first_in(text: str, names: dict[str, str]) -> str:
    """The name of the first sign that stands in the text."""
    return next((name for sign, name in names.items() if sign in text), "")

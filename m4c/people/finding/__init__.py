"""The one search for people: the text each is found by, how it is kept, and how what was typed is looked for in it."""

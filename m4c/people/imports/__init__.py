"""Bringing sheets in: a file is read, its rows are matched to people, written in chunks, told about, and undone.

`run` is the way in; each kind of sheet is an entry of `kinds.IMPORT_KINDS`, filled in by the app that it belongs to.
"""

"""Reading the sheets that people keep: any file to rows, any header to a kind of column, any cell to a value.

Nothing here touches the database. `reading.open_sheet` is the way in.
"""

"""Themes: the coding board, what each theme counts, and the listening report that tells of them."""

"""Acting on people of a list: whom is meant, what can be done with them, and how it is carried out in pieces."""

"""A group's chart, as it is read: everybody by street, workplace or unit, and who has done what is asked."""

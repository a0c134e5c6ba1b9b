"""What people are found by: one folded text for each person, and every word of a name once (`m4c/people/finding/`)."""

from django.db import models

from m4c.core.labels import label


class Findable(models.Model):
    """All that one person is found by, folded. The database's own index over `text` is made in a migration."""

    labels = label(identity="text", operational="person")

    person = models.OneToOneField("people.Person", primary_key=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(editable=False)

    def __str__(self) -> str:
        return f"what person {self.person_id} is found by"


class NameWord(models.Model):
    """A word of somebody's name, once for all who bear it: what a slip of the finger is compared with."""

    labels = label(identity="word backwards")

    word = models.CharField(max_length=210, unique=True, editable=False)
    backwards = models.CharField(max_length=210, db_index=True, editable=False)

    def __str__(self) -> str:
        return self.word

"""The index of the database over what people are found by: FTS5 with triggers, or GIN with pg_trgm.

PostgreSQL lets whoever may create things in a database add pg_trgm; where that is not allowed, its operator adds it
once beforehand: `CREATE EXTENSION pg_trgm`. People on record before are found after `m4c people rebuild-search`.
"""

from django.db import migrations

MAKE = {
    "sqlite": [
        """
        CREATE VIRTUAL TABLE people_findable_index USING fts5(
            text, content='people_findable', content_rowid='person_id', tokenize='trigram case_sensitive 1',
            columnsize=0
        )
        """,
        """
        CREATE TRIGGER people_findable_made AFTER INSERT ON people_findable BEGIN
            INSERT INTO people_findable_index (rowid, text) VALUES (new.person_id, new.text);
        END
        """,
        """
        CREATE TRIGGER people_findable_gone AFTER DELETE ON people_findable BEGIN
            INSERT INTO people_findable_index (people_findable_index, rowid, text)
            VALUES ('delete', old.person_id, old.text);
        END
        """,
        """
        CREATE TRIGGER people_findable_changed AFTER UPDATE ON people_findable BEGIN
            INSERT INTO people_findable_index (people_findable_index, rowid, text)
            VALUES ('delete', old.person_id, old.text);
            INSERT INTO people_findable_index (rowid, text) VALUES (new.person_id, new.text);
        END
        """,
    ],
    "postgresql": [
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        # Little of what is new waits beside the index, since each search looks through all that waits.
        "CREATE INDEX people_findable_index ON people_findable USING gin (text gin_trgm_ops) "
        "WITH (gin_pending_list_limit = 256)",
    ],
}
DROP = {
    "sqlite": [
        "DROP TRIGGER people_findable_made",
        "DROP TRIGGER people_findable_gone",
        "DROP TRIGGER people_findable_changed",
        "DROP TABLE people_findable_index",
    ],
    "postgresql": ["DROP INDEX people_findable_index"],
}


def make(apps, schema_editor):
    for sql in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(sql)


def drop(apps, schema_editor):
    for sql in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [migrations.RunPython(make, drop, elidable=False)]

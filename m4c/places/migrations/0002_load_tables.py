"""Loads the tables in `data/` as they stand at this migration; a later edition comes as new files and a new one."""

import csv
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"

# National Statistics codes have been in force since January 2011, and those of nations and regions unchanged.
CODES_BEGAN = "2011-01"
NATIONS = [
    ("E92000001", "England", "Lloegr"),
    ("N92000002", "Northern Ireland", "Gogledd Iwerddon"),
    ("S92000003", "Scotland", "Yr Alban"),
    ("W92000004", "Wales", "Cymru"),
]
REGIONS = [
    ("E12000001", "North East"),
    ("E12000002", "North West"),
    ("E12000003", "Yorkshire and The Humber"),
    ("E12000004", "East Midlands"),
    ("E12000005", "West Midlands"),
    ("E12000006", "East of England"),
    ("E12000007", "London"),
    ("E12000008", "South East"),
    ("E12000009", "South West"),
]
KIND_OF_AUTHORITY = {"CTY": "county", "COMB": "combined", "SRA": "combined"}  # any other type is a council
WARD_VINTAGES = {"superseded-2025": "2025-04"}  # any other status is of the set of May 2025
WARDS_REPLACED = "2025-05-01"
PARAMETERS = 900  # of one statement: any SQLite takes 999
# In these files newer than the register, a council that was given another code.
NEWER_COUNCILS = {"E08000038", "E08000039"}
# The police of Northern Ireland have no code in the lists; one of our own keeps names out of keys.
POLICE_OF_NORTHERN_IRELAND = "x-psni"
# An alternative name is Welsh, but for the one that is English beside a Welsh official name.
ENGLISH_ALTERNATIVES = {"W07000087"}


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else None


class Loader:
    """Collects areas, names and overlaps, and writes each table at once.

    Plain INSERTs, since 50,000 rows through `bulk_create` cost 3 s of building SQL and these cost less than 1 s.
    """

    def __init__(self, apps, connection):
        self.apps, self.connection = apps, connection
        self.areas, self.names, self.overlaps, self.keys = {}, [], {}, {}

    def area(self, kind, code, name, vintage, source, *, welsh="", latitude="", longitude="", ended=None):
        self.areas[kind, code] = (kind, code, vintage, source, ended, number(latitude), number(longitude))
        self.names.append((kind, code, "en", name))
        if welsh:
            self.names.append((kind, code, "cy", welsh))

    def overlap(self, inner, outer, share, source):
        if outer[1]:
            self.overlaps[inner, outer] = (share, source)

    def write(self):
        self.insert("Area", "kind code vintage source ended latitude longitude", self.areas.values())
        areas = self.apps.get_model("places", "Area").objects
        self.keys = {(kind, code): pk for pk, kind, code in areas.values_list("pk", "kind", "code")}
        names = [(self.key(kind, code), language, name) for kind, code, language, name in self.names]
        self.insert("AreaName", "area language name", names)
        overlaps = [(self.key(*inner), self.key(*outer), *share) for (inner, outer), share in self.overlaps.items()]
        self.insert("AreaOverlap", "area other share source", overlaps)

    def insert(self, name, fields, values):
        model, quote = self.apps.get_model("places", name), self.connection.ops.quote_name
        columns = [quote(model._meta.get_field(field).column) for field in fields.split()]
        insert = f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(columns)}) VALUES "
        row_marks = f"({', '.join(['%s'] * len(columns))})"
        values, at_a_time = list(values), PARAMETERS // len(columns)
        with self.connection.cursor() as cursor:
            for start in range(0, len(values), at_a_time):
                piece = values[start : start + at_a_time]
                cursor.execute(insert + ", ".join([row_marks] * len(piece)), list(chain.from_iterable(piece)))

    def key(self, kind, code):
        return self.keys[kind, code] if code else None


def add_nations_and_regions(loader):
    for code, name, welsh in NATIONS:
        loader.area("nation", code, name, CODES_BEGAN, "ons", welsh=welsh)
    for code, name in REGIONS:
        loader.area("region", code, name, CODES_BEGAN, "ons")


def add_authorities(loader):
    source = "mysociety-councils-1.6.1"
    authorities = rows("local_authorities.csv")
    by_letters = {
        row["local_authority_code"]: (KIND_OF_AUTHORITY.get(row["local_authority_type"], "council"), row["gss_code"])
        for row in authorities
    }
    regions = {name: code for code, name in REGIONS}
    nations = {name: code for code, name, _ in NATIONS}
    for row in authorities:
        kind, code = by_letters[row["local_authority_code"]]
        point = {"latitude": row["lat"], "longitude": row["long"]}
        loader.area(kind, code, row["nice_name"], "2025-07", source, **point)
        loader.overlap((kind, code), ("nation", nations[row["nation"]]), 1.0, source)
        loader.overlap((kind, code), ("region", regions.get(row["region"])), 1.0, source)
        for column in ("county_la", "combined_authority"):
            if row[column]:
                loader.overlap((kind, code), by_letters[row[column]], 1.0, source)


def add_constituencies(loader):
    nations = {name: code for code, name, _ in NATIONS}
    for row in rows("constituencies_2024.csv"):
        code, senedd = row["pcon_code"], row["senedd_2026_code"]
        welsh = "" if code in ENGLISH_ALTERNATIVES else row["name_alternative"]
        point = {"latitude": row["latitude"], "longitude": row["longitude"]}
        loader.area("constituency", code, row["name"], "2024-07", "ons", welsh=welsh, **point)
        loader.overlap(("constituency", code), ("nation", nations[row["country"]]), 1.0, "ons")
        if senedd and ("senedd", senedd) not in loader.areas:
            loader.area(
                "senedd", senedd, row["senedd_2026_name"], "2026-05", "senedd-pairs", welsh=row["senedd_2026_name"]
            )
            loader.overlap(("senedd", senedd), ("nation", nations["Wales"]), 1.0, "senedd-pairs")
        loader.overlap(("constituency", code), ("senedd", senedd), 1.0, "senedd-pairs")
    for row in rows("lad_to_constituency.csv"):
        inner, outer = ("council", row["lad_code"]), ("constituency", row["pcon_code"])
        loader.overlap(inner, outer, float(row["population_share_of_lad"]), "mysociety-overlaps-0.2.1")


def add_police(loader):
    for row in rows("police_force_areas.csv"):
        loader.area("police", row["pfa_code"] or POLICE_OF_NORTHERN_IRELAND, row["pfa_name"], "2026-02", "ons")
    for row in rows("lad_to_police_force.csv"):
        code = row["lad_code"]
        if code in NEWER_COUNCILS:
            loader.area("council", code, row["lad_name"], "2026-02", "council-police-list")
            loader.overlap(("council", code), ("nation", "E92000001"), 1.0, "council-police-list")
        force = row["pfa_code"] or POLICE_OF_NORTHERN_IRELAND
        loader.overlap(("council", code), ("police", force), 1.0, "council-police-list")


def add_wards(loader):
    source = "codepoint-open-2025.2"
    for row in rows("wards.csv"):
        code, status = row["ward_code"], row["status"]
        loader.area(
            "ward",
            code,
            row["ward_name"],
            WARD_VINTAGES.get(status, "2025-05"),
            source if row["latitude"] else "ons",
            ended=WARDS_REPLACED if status == "superseded-2025" else None,
            latitude=row["latitude"],
            longitude=row["longitude"],
        )
        loader.overlap(("ward", code), ("council", row["lad_code"]), 1.0, source)
        if row["pcon_code"]:
            loader.overlap(("ward", code), ("constituency", row["pcon_code"]), float(row["pcon_share"]), source)


def write_postcodes(loader):
    """Districts and sectors; a district's nation is counted over its sectors, since the table gives only the main."""
    sectors, nations = rows("postcode_sectors.csv"), defaultdict(Counter)
    for row in sectors:
        nations[row["postcode_sector"].split()[0]][row["lad_code"][0]] += int(row["live_postcodes"])
    codes = {name: code for code, name, _ in NATIONS}
    loader.insert(
        "PostcodeDistrict",
        "district latitude longitude live_postcodes nation nation_share council council_share council_count "
        "constituency constituency_share constituency_count source",
        [
            district(loader, row, codes[row["country"]], nations[row["postcode_district"]])
            for row in rows("postcode_districts.csv")
        ],
    )
    districts = dict(loader.apps.get_model("places", "PostcodeDistrict").objects.values_list("district", "pk"))
    loader.insert(
        "PostcodeSector",
        "sector district latitude longitude live_postcodes council council_share ward ward_share constituency "
        "constituency_share source",
        [sector(loader, row, districts[row["postcode_sector"].split()[0]]) for row in sectors],
    )


def district(loader, row, nation, counts):
    return (
        row["postcode_district"],
        float(row["latitude"]),
        float(row["longitude"]),
        number(row["live_postcodes"]),
        loader.key("nation", nation),
        round(counts[nation[0]] / counts.total(), 2) if counts else 1.0,
        loader.key("council", row["lad_code"]),
        number(row["lad_share"]),
        number(row["lad_count"]),
        loader.key("constituency", row["pcon_code"]),
        number(row["pcon_share"]),
        number(row["pcon_count"]),
        row["source"],
    )


def sector(loader, row, district_key):
    return (
        row["postcode_sector"],
        district_key,
        float(row["latitude"]),
        float(row["longitude"]),
        int(row["live_postcodes"]),
        loader.key("council", row["lad_code"]),
        number(row["lad_share"]),
        loader.key("ward", row["ward_code"]),
        number(row["ward_share"]),
        loader.key("constituency", row["pcon_code"]),
        number(row["pcon_share"]),
        "codepoint-open-2025.2",
    )


def load(apps, schema_editor):
    loader = Loader(apps, schema_editor.connection)
    for add in (add_nations_and_regions, add_authorities, add_constituencies, add_police, add_wards):
        add(loader)
    loader.write()
    write_postcodes(loader)


def unload(apps, schema_editor):
    tables = "PostcodeUnit PostcodeDirectory PostcodeSector PostcodeDistrict AreaOverlap AreaName Area"
    for name in tables.split():
        apps.get_model("places", name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("places", "0001_areas_and_postcodes")]

    operations = [migrations.RunPython(load, unload)]

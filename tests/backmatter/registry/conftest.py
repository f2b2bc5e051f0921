"""Dumps of invented organisations in the registries' own formats."""

import json
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def _ror(number):
    """A ROR id with the check digits that ror.org defines."""
    value, digits = number, ""
    for _ in range(6):
        digits, value = _ALPHABET[value % 32] + digits, value // 32
    total = 0
    for letter in f"0{digits}":
        total = total * 32 + _ALPHABET.index(letter)
    return f"https://ror.org/0{digits}{98 - (total * 100) % 97:02d}"


def _record(  # noqa: PLR0913 - as many as a test may want to set
    number, name, country="ES", city="Toledo", *, aliases=(), acronyms=(), fundref=(), preferred=None,
    status="active", successor=None,
):  # fmt: skip
    """One organisation as a dump of schema 2.1 has it."""
    names = [{"lang": "en", "types": ["label", "ror_display"], "value": name}]
    names += [{"lang": None, "types": ["alias"], "value": alias} for alias in aliases]
    names += [{"lang": None, "types": ["acronym"], "value": acronym} for acronym in acronyms]
    outside = [{"all": list(fundref), "preferred": preferred, "type": "fundref"}] if fundref else []
    related = [{"id": _ror(successor), "label": "x", "type": "successor"}] if successor else []
    return {
        "admin": {
            "created": {"date": "2018-11-14", "schema_version": "1.0"},
            "last_modified": {"date": "2025-02-11", "schema_version": "2.1"},
        },
        "domains": [],
        "established": 1950,
        "external_ids": [*outside, {"all": ["Q1"], "preferred": None, "type": "wikidata"}],
        "id": _ror(number),
        "links": [{"type": "website", "value": "https://borea.example/"}],
        "locations": [
            {
                "geonames_details": {
                    "continent_code": "EU",
                    "continent_name": "Europe",
                    "country_code": country,
                    "country_name": "Somewhere",
                    "country_subdivision_code": None,
                    "country_subdivision_name": None,
                    "lat": 1.5,
                    "lng": 2.5,
                    "name": city,
                },
                "geonames_id": 1,
            }
        ],
        "names": names,
        "relationships": related,
        "status": status,
        "types": ["funder"],
    }


RECORDS = [
    _record(1, "Borea Trust", aliases=["Fundación Borea"], acronyms=["BT"], fundref=["501100099901"]),
    _record(2, "Ministry of Tides", "NO", "Bergen"),
    _record(3, "Ministry of Tides", "SG", "Singapore"),
    _record(4, "Alba Council", "PT", status="inactive", successor=5),
    _record(5, "Council of Alba & Meridia", "PT", aliases=["Alba Council"]),
    _record(6, "Never Was", "PT", status="withdrawn", successor=1, fundref=["501100099906"]),
    _record(7, "Order University", "US", "Norburg", fundref=["501100099907", "501100099908"], preferred="501100099907"),
    _record(8, "Order Hospital", "US", "Norburg", fundref=["501100099907"], preferred="501100099911"),
]  # fmt: skip


@pytest.fixture(scope="session")
def ror():
    """The id with a running number."""
    return _ror


@pytest.fixture(scope="session")
def record():
    """Make a record."""
    return _record


@pytest.fixture
def dump(tmp_path):
    """Write a ROR dump, the release as it is published: a zip with the JSON of the newest schema, CSV beside it."""

    def write(records=RECORDS, name="v9.1-2025-03-02-ror-data.zip"):
        path = tmp_path / name
        text = json.dumps(records, indent=4, ensure_ascii=False)
        if path.suffix == ".zip":
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr("v9.1-2025-03-02-ror-data_schema_v2.json", text)
                packed.writestr(
                    "v9.1-2025-03-02-ror-data_schema_v2.csv", "id,external_ids.type.fundref.all\n" * 9999
                )
        else:
            path.write_text(text, "utf-8")
        return path

    return write


RDF = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
  xmlns:skosxl="http://www.w3.org/2008/05/skos-xl#" xmlns:dct="http://purl.org/dc/terms/"
  xmlns:svf="http://data.crossref.org/fundingdata/xml/schema/grant/grant-1.2/" xmlns:schema="https://none.schema.org/"
  xmlns:fref="http://data.crossref.org/fundingdata/terms">
<skos:ConceptScheme rdf:about="http://data.crossref.org/fundingdata/vocabulary">
  <skos:hasTopConcept rdf:resource="http://dx.doi.org/10.13039/501100099901"/>
</skos:ConceptScheme>
<skos:Concept rdf:about="http://dx.doi.org/10.13039/501100099901">
  <skosxl:prefLabel><skosxl:Label rdf:about="http://data.crossref.org/fundingdata/vocabulary/Label-1">
    <skosxl:literalForm xml:lang="en">Borea Trust for the Sciences</skosxl:literalForm></skosxl:Label></skosxl:prefLabel>
  <skosxl:altLabel><skosxl:Label rdf:about="http://data.crossref.org/fundingdata/vocabulary/Label-2">
    <skosxl:literalForm xml:lang="en">BTS</skosxl:literalForm>
    <fref:usageFlag rdf:resource="http://data.crossref.org/fundingdata/vocabulary/acronym"/></skosxl:Label></skosxl:altLabel>
  <skosxl:altLabel><skosxl:Label rdf:about="http://data.crossref.org/fundingdata/vocabulary/Label-3">
    <skosxl:literalForm xml:lang="es">Patronato de Bórea</skosxl:literalForm></skosxl:Label></skosxl:altLabel>
  <schema:address><schema:postalAddress><schema:addressCountry>esp</schema:addressCountry></schema:postalAddress></schema:address>
  <dct:created>2010-01-01T00:00:00</dct:created><dct:modified>2024-10-09T08:07:06</dct:modified>
</skos:Concept>
<skos:Concept rdf:about="http://dx.doi.org/10.13039/501100099920">
  <skosxl:prefLabel><skosxl:Label><skosxl:literalForm>Old Borea Fund</skosxl:literalForm></skosxl:Label></skosxl:prefLabel>
  <dct:isReplacedBy rdf:resource="http://dx.doi.org/10.13039/501100099901"/>
</skos:Concept>
<skos:Concept rdf:about="http://dx.doi.org/10.13039/501100099921">
  <skosxl:prefLabel><skosxl:Label><skosxl:literalForm>Society for Sundials</skosxl:literalForm></skosxl:Label></skosxl:prefLabel>
  <schema:address><schema:postalAddress><schema:addressCountry>gbr</schema:addressCountry></schema:postalAddress></schema:address>
</skos:Concept>
</rdf:RDF>
"""
CSV = """uri,primary_name,replaced
http://dx.doi.org/10.13039/501100099901,Borea Trust for the Sciences,
http://dx.doi.org/10.13039/501100099920,"Old Borea Fund",http://dx.doi.org/10.13039/501100099901
http://dx.doi.org/10.13039/501100099921,Society for Sundials,
"""
FUNDERS = [
    {
        "id": "501100099901",
        "location": "Spain",
        "name": "Borea Trust for the Sciences",
        "alt-names": ["Patronato de Bórea", "BTS"],
        "uri": "http://dx.doi.org/10.13039/501100099901",
        "replaces": [],
        "replaced-by": [],
        "tokens": ["borea"],
    },
    {"id": "501100099920", "name": "Old Borea Fund", "alt-names": [], "replaced-by": ["501100099901"]},
    {"id": "501100099921", "location": "United Kingdom", "name": "Society for Sundials", "alt-names": []},
]


@pytest.fixture(params=["rdf", "csv", "json array", "json lines", "rest answer", "zip"])
def funders(request, tmp_path) -> Path:
    """The same three funders in every form of the Crossref Funder Registry."""
    path = tmp_path / "registry"
    texts = {
        "rdf": RDF,
        "csv": CSV,
        "json array": json.dumps(FUNDERS),
        "json lines": "\n".join(map(json.dumps, FUNDERS)),
        "rest answer": json.dumps({"status": "ok", "message": {"total-results": 3, "items": FUNDERS}}),
    }
    if request.param == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("open-funder-registry-v1.60/registry.rdf", RDF)
    else:
        path.write_text(texts[request.param], "utf-8")
    return path


@pytest.fixture
def in_thread():
    """Call a function in another thread; the error that it raised."""

    def call(function, *arguments):
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(function, *arguments).exception()

    return call

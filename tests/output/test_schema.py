import re

import pyarrow as pa
import pytest

from crawler.items import PAGE_STATES, SourceFormat
from output.columns.article import SOURCE_FORMATS
from output.columns.log import PAGE_STATES as LOGGED_PAGE_STATES
from output.docs import PAGE, tables_page
from output.errors import UnknownNameError
from output.schema import LOGS, TABLES, VERSIONED, arrow_schema, table_named


def test_documentation_is_what_the_dictionary_says():
    assert PAGE.read_text("utf-8") == tables_page(), "run `python -m output.docs`"


def test_vocabularies_shared_with_the_crawler_are_equal():
    assert LOGGED_PAGE_STATES == PAGE_STATES
    assert SourceFormat.__args__ == SOURCE_FORMATS


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_keys_and_foreign_keys_are_columns(table):
    assert set(table.key) <= set(table.column_names)
    assert len(set(table.column_names)) == len(table.columns)
    for key in table.foreign_keys:
        assert set(key.columns) <= set(table.column_names)
        assert key.target == table_named(key.table).key


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_says_what_it_means(table):
    for column in table.columns:
        assert re.search(r"\w.*[.)]$", column.meaning), column
        assert column.source in {"page", "fetch", "derived", "registry"}


def test_the_same_quantity_has_the_same_type_everywhere():
    kinds = {}
    for table in TABLES.values():
        for column in table.columns:
            kinds.setdefault(column.name, set()).add(column.kind)
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_tables_are_either_versioned_or_logs():
    assert set(VERSIONED) | set(LOGS) == set(TABLES)
    assert set(LOGS) == {"fetches", "issues"}


def test_arrow_schema_carries_types_nullability_and_meaning():
    schema = arrow_schema("articles")
    assert schema.field("sources").type == pa.map_(pa.string(), pa.string())
    assert schema.field("notices").type == pa.list_(
        pa.struct([("kind", pa.string()), ("doi", pa.string()), ("date", pa.string())])
    )
    assert not schema.field("article_id").nullable
    assert schema.field("doi").nullable
    assert b"DOI" in schema.field("doi").metadata[b"description"]


def test_an_unknown_table_is_named_with_those_there_are():
    with pytest.raises(UnknownNameError, match=r"'refs'.*articles, authors"):
        arrow_schema("refs")

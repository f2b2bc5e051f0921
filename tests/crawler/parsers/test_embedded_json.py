"""JSON that a page carries for its own scripts."""

from __future__ import annotations

import pytest

from crawler.parsers.embedded_json import assigned_objects, json_scripts


def _script(text: str, kind: str = "") -> str:
    attribute = f' type="{kind}"' if kind else ""
    return f"<html><body><script{attribute}>{text}</script></body></html>"


@pytest.mark.parametrize(
    "text",
    [
        '{"a": {"b": [1, 2]}}',
        '\n  {"a": {"b": [1, 2]}}\n',
        '<!-- {"a": {"b": [1, 2]}} -->',
        '//<![CDATA[\n{"a": {"b": [1, 2]}}\n//]]>',
    ],
)
def test_a_json_script_gives_its_object(document, text):
    assert list(json_scripts(document(_script(text, "application/json")))) == [{"a": {"b": [1, 2]}}]


@pytest.mark.parametrize("kind", ["", "text/javascript", "application/ld+json", "application/jsonp"])
def test_scripts_of_other_types_are_left_alone(document, kind):
    assert list(json_scripts(document(_script('{"a": 1}', kind)))) == []


@pytest.mark.parametrize("text", ['{"a": 1', "{'a': 1}", "", "[1, 2]", '"a"', "{" * 5000, '{"a": undefined}'])
def test_what_is_no_object_is_left_out(document, text):
    assert list(json_scripts(document(_script(text, "application/json")))) == []


def test_every_json_script_is_given_in_order(document):
    scripts = "".join(
        f"<script type='{kind}'>{text}</script>"
        for kind, text in (
            ("application/json", '{"n": 1}'),
            ("application/json", "{"),
            ("Application/JSON", '{"n": 2}'),
        )
    )
    page = document(f"<html><body>{scripts}</body></html>")
    assert list(json_scripts(page)) == [{"n": 1}, {"n": 2}]


@pytest.mark.parametrize(
    "text",
    [
        'STATE={"a": "}"};',
        'window.STATE = {"a": "}"};\nnext();',
        'var x = {"a": 0}; global.document.STATE =\n  {"a": "}"}; STATE2 = {"a": 2};',
    ],
)
def test_an_assigned_object_ends_where_it_closes(document, text):
    assert list(assigned_objects(document(_script(text)), "STATE")) == [{"a": "}"}]


@pytest.mark.parametrize(
    "text",
    [
        'MYSTATE = {"a": 1};',
        'STATE == {"a": 1};',
        "STATE = load();",
        'STATE = {"a": 1',
        'if (STATE) { x = {"a": 1}; }',
    ],
)
def test_other_names_and_other_values_are_no_assignment(document, text):
    assert list(assigned_objects(document(_script(text)), "STATE")) == []


def test_a_name_with_signs_of_a_pattern_is_a_name(document):
    page = document(_script('x.y = {"a": 1}; xzy = {"a": 2};'))
    assert list(assigned_objects(page, "x.y")) == [{"a": 1}]


def test_line_breaks_within_texts_are_kept(document):
    assert list(assigned_objects(document(_script('S = {"a": "one\ntwo"};')), "S")) == [{"a": "one\ntwo"}]

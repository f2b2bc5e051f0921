"""Elsevier's XML written as JSON."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from crawler.parsers.sites._elsevier_state import element_of


def _xml(nodes: object) -> str:
    return etree.tostring(element_of("root", nodes), encoding="unicode")


def test_names_attributes_texts_and_children():
    nodes = [
        {"#name": "author", "$": {"id": "au1", "xmlns": "x"}, "$$": [
            {"#name": "given-name", "_": "Ann"},
            {"#name": "surname", "_": "Hoe"},
        ]},
    ]  # fmt: skip
    assert _xml(nodes) == (
        '<root><author id="au1"><given-name>Ann</given-name><surname>Hoe</surname></author></root>'
    )


def test_texts_keep_their_places_between_elements():
    nodes = [{"#name": "p", "$$": [
        {"#name": "__text__", "_": "H"},
        {"#name": "inf", "_": "2"},
        {"#name": "__text__", "_": "O and "},
        {"#name": "__text__", "_": "ice"},
    ]}]  # fmt: skip
    assert _xml(nodes) == "<root><p>H<inf>2</inf>O and ice</p></root>"


def test_a_hidden_address_of_mail():
    node = quote(json.dumps({"#name": "e-address", "_": "ann@hoe.example"}))
    encoded = base64.b64encode(node.encode()).decode()
    nodes = [{"#name": "encoded-e-address", "__encoded": encoded}]
    assert _xml(nodes) == "<root><e-address>ann@hoe.example</e-address></root>"


@pytest.mark.parametrize(
    "encoded", ["", "not base64!", base64.b64encode(b"\xff\xfe").decode(), base64.b64encode(b"[1]").decode()]
)
def test_an_address_that_is_none(encoded):
    assert _xml([{"#name": "encoded-e-address", "__encoded": encoded}]) == "<root><e-address/></root>"


@pytest.mark.parametrize(
    "nodes", [None, "text", 7, {}, [None, "x", 3, [], {}], [{"#name": "1bad name"}], [{"#name": "<script>"}]]
)
def test_what_is_no_node_is_left_out(nodes):
    assert _xml(nodes) == "<root/>"


def test_characters_that_xml_forbids_are_left_out():
    assert (
        _xml([{"#name": "p", "_": "a\x00b\x0bc\ufffe", "$": {"id": "x\x01"}}])
        == '<root><p id="x">abc</p></root>'
    )


def test_depth_is_bounded():
    node: dict = {"#name": "p", "_": "deepest"}
    for _ in range(5000):
        node = {"#name": "p", "$$": [node]}
    assert "deepest" not in _xml([node])


NODES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["#name", "_", "$", "$$", "__encoded"]), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(NODES)
def test_any_state_gives_an_element_that_can_be_written(nodes):
    etree.fromstring(_xml(nodes))

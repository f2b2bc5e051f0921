"""How well the statements of real pages are read: floors that only ever go up. Skipped where the pages are not at hand."""

import json

import pytest
from rapidfuzz import fuzz, utils

from pipelines.funding import parse_funding

FLOORS = {"funders": 0.93, "awards": 0.96, "links": 0.94}


def same_name(one, other):
    one, other = utils.default_process(one), utils.default_process(other)
    return fuzz.ratio(one, other) >= 85 or (
        min(len(one), len(other)) > 4 and fuzz.token_set_ratio(one, other) >= 85
    )


def same_award(one, other):
    return utils.default_process(one).replace(" ", "") == utils.default_process(other).replace(" ", "")


def f1(found, wanted, same):
    left, hits = list(wanted), 0
    for item in found:
        match = next((other for other in left if same(item, other)), None)
        if match is not None:
            hits += 1
            left.remove(match)
    return 2 * hits / (len(found) + len(wanted))


@pytest.fixture(scope="module")
def labels(corpus):
    read = [json.loads(path.read_text("utf-8")) for path in sorted((corpus / "labels").glob("*.json"))]
    found = [label for label in read if label.get("funding_text") and label.get("funders")]
    if not found:
        pytest.skip(f"no labelled funding statements in {corpus / 'labels'}")
    return found


def test_statements_of_labelled_pages(labels):
    scores = {field: [] for field in FLOORS}
    for label in labels:
        rows = [row for row in parse_funding(label["funding_text"]) if row.kind == "research"]
        links = list(dict.fromkeys((r.funder_name, r.award_id) for r in rows if r.funder_name and r.award_id))
        wanted = [(funder["name"], award) for funder in label["funders"] for award in funder["awards"]]
        fields = {
            "funders": (
                list(dict.fromkeys(r.funder_name for r in rows if r.funder_name)),
                [f["name"] for f in label["funders"]],
                same_name,
            ),
            "awards": (
                list(dict.fromkeys(r.award_id for r in rows if r.award_id)),
                [award for _, award in wanted],
                same_award,
            ),
            "links": (
                links,
                wanted,
                lambda one, other: same_name(one[0], other[0]) and same_award(one[1], other[1]),
            ),
        }
        for field, (got, want, same) in fields.items():
            if got or want:
                scores[field].append(f1(got, want, same))
    means = {field: sum(values) / len(values) for field, values in scores.items()}
    assert {field for field, mean in means.items() if mean < FLOORS[field]} == set(), means

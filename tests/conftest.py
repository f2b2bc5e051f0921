"""What every room's tests may use."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of saved publisher pages, which are not ours to ship: without it the test is skipped."""
    folder = Path(os.environ.get("BACKMATTER_CORPUS") or REPOSITORY.parent / "shared" / "corpus")
    if not (folder / "pages").is_dir():
        pytest.skip(f"no saved publisher pages in {folder} (BACKMATTER_CORPUS names another folder)")
    return folder

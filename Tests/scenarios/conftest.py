"""Tests of one scenario go to one process, which determines it once for all of them."""

import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        if "scenario" in getattr(getattr(item, "callspec", None), "params", ()):
            item.add_marker(pytest.mark.xdist_group(item.callspec.id))

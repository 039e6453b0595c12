"""What of the sources is a target or a printed figure, and so has no scenario.

What is written here was taken from the sources, not from the documents, and the documents hold no
target besides.
"""

import decimal
import pathlib
import re

import pytest

POLICIES = pathlib.Path(__file__).parent.parent.parent / "Policies"

# Document, target: figure and day, empty where the source names none.
TARGETS = {
    ("wenzhou-2018-242", "first-class-college"): ("1", "2022-12-31"),
    ("wenzhou-2018-242", "high-skilled-trained"): ("100000", "2022-12-31"),
    ("wenzhou-2018-242", "high-skilled-share"): ("0.3", "2022-12-31"),
    ("wenzhou-2018-242", "training-abroad"): ("10", ""),
    ("wenzhou-2018-242", "outstanding-talent"): ("10", "2022-12-31"),
    ("wenzhou-2018-242", "eminent-talent"): ("100", "2022-12-31"),
    ("wenzhou-2018-242", "excellent-talent"): ("1000", "2022-12-31"),
    ("wenzhou-2018-242", "provincial-demonstrations"): ("10", "2022-12-31"),
    ("wenzhou-2018-242", "city-demonstrations"): ("50", "2022-12-31"),
    ("wenzhou-2018-242", "city-contests"): ("20", ""),
    ("wenzhou-2018-242", "city-bases"): ("10", "2022-12-31"),
    ("wenzhou-2018-242", "provincial-studios"): ("10", "2022-12-31"),
    ("wenzhou-2018-242", "city-studios"): ("80", "2022-12-31"),
    ("wuxing-2024-32", "skill-oriented-enterprises"): ("150", "2027-12-31"),
    ("wuxing-2024-32", "excellent-enterprises"): ("50", "2027-12-31"),
    ("wuxing-2024-32", "first-phase"): ("0.6", "2025-12-31"),
    ("frame", "high-skilled-trained"): ("200000", "2022-12-31"),
    ("frame", "high-skilled-share-rise"): ("0.5", "2022-12-31"),
}

# Average yearly wages by certificate, and how many times those of workers without one.
WAGES = {"高级技师": ("153906", "2.36"), "技师": ("132817", "2.03"), "高级工": ("109601", "1.68"),
         "中级工": ("90815", "1.39"), "初级工": ("78829", "1.21")}


def text(document):
    return (POLICIES / f"{document}.md").read_text(encoding="utf-8")


def test_targets_are_those_of_the_sources():
    found = {}
    for path in POLICIES.glob("*.md"):
        for line in text(path.stem).splitlines():
            if re.match(r"\| (数量|比例|每年) ", line):
                cells = [cell.strip() for cell in line.split("|")]
                found[path.stem, cells[2].strip("`")] = (cells[5], cells[7])
    assert found == TARGETS


@pytest.mark.parametrize("level", WAGES)
def test_the_wage_without_a_certificate_fits_the_printed_multiple(level):
    document = text("taizhou")
    wage, multiple = WAGES[level]
    assert f"- {level} {wage} 元，{multiple} 倍" in document
    without = decimal.Decimal(re.search(r"\*\*假设\*\* `无证年均工资`.*= `(\d+)`", document)[1])
    assert round(decimal.Decimal(wage) / without, 2) == decimal.Decimal(multiple)

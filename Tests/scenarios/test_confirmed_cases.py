"""A table of `boundaries` goes through a spreadsheet and back, as an official would fill it in."""

import os
import pathlib
import shutil
import subprocess

import openpyxl
import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
TOOL = os.environ.get("GONGJIANG", str(ROOT / ".build" / "release" / "gongjiang"))


def run(home, *words):
    return subprocess.run(
        [TOOL, *words, "--home", str(home), "--lang", "en"], capture_output=True, text=True,
        cwd=home, timeout=60, check=False)


def confirmed(home, document, book):
    book.save(home / "filled.xlsx")
    return run(home, "boundaries", document, "--confirm", "filled.xlsx")


@pytest.mark.parametrize("name", ["huangyan", "jiaojiang", "taizhou", "wenzhou-2018-242",
                                  "wuxing-2024-32", "yuhuan"])
def test_what_is_confirmed_is_a_test(name, tmp_path):
    (tmp_path / "Policies").mkdir()
    document = f"Policies/{name}.md"
    shutil.copy(ROOT / document, tmp_path / document)
    (tmp_path / "Vocabulary").symlink_to(ROOT / "Vocabulary")
    ran = run(tmp_path, "boundaries", document, "--xlsx", "cases.xlsx")
    assert ran.returncode == 0, ran.stderr
    book = openpyxl.load_workbook(tmp_path / "cases.xlsx")
    titles, *rows = book.active.iter_rows()
    rows = [dict(zip((title.value for title in titles), row)) for row in rows]
    assert book.active.title == name
    offered = [(str(one.sqref), one.formula1) for one in book.active.data_validations.dataValidation]
    assert offered == [(f"{rows[0]['confirmed'].column_letter}2:"
                        f"{rows[-1]['confirmed'].coordinate}", '"yes,no"')]

    for row in rows:
        row["confirmed"].value = "是"
    ran = confirmed(tmp_path, document, book)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert f"{len(rows)} rows confirmed, {len(rows)} tests in all" in ran.stdout
    ran = run(tmp_path, "check", document)
    assert ran.returncode == 0 and f"{len(rows)} confirmed cases" in ran.stdout, ran.stdout

    # Another sum for one of them takes the place of the first, and fails from then on.
    paid = next(row["amount"] for row in rows if row["amount"].value)
    paid.value = 0.01
    ran = confirmed(tmp_path, document, book)
    told = "CAS022: confirmed as entitled, 0.01 yuan and now gives entitled, "
    assert ran.returncode == 1 and f"filled.xlsx:{paid.row}: {told}" in ran.stdout
    assert f"{len(rows)} tests in all" in ran.stdout
    ran = run(tmp_path, "check", document)
    assert ran.returncode == 1 and told in ran.stdout

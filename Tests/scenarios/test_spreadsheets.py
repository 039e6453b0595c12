"""Exported workbooks as spreadsheet programs read them: texts stay texts, dates are dates, money has
two digits. LibreOffice is asked too where it is installed."""

import csv
import datetime
import json
import shutil
import subprocess

import openpyxl
import pytest

from test_registry import empty, registry, run  # noqa: F401  (fixtures)

FACTS = {
    "on": "2020-06-30",
    "parties": [{"type": "person", "id": "0001", "name": "甲样例", "phone": "10000000001"}],
    "records": [
        {"type": "certificate", "party": "0001", "id": "00042", "level": 3,
         "issuedOn": "2019-05-03", "number": "001234567890123456"},
        {"type": "training", "party": "0001", "id": "t1", "hours": "12.5", "cost": "1000.5"},
        {"type": "insurance", "party": "0001", "id": "i1", "scheme": "unemployment",
         "from": "2016-01", "to": None},
    ],
}


@pytest.fixture
def workbooks(registry):  # noqa: F811
    run(registry, "import", "--quiet", "-", text=json.dumps(FACTS))
    words = ["certificate", "training", "insurance", "--format", "xlsx", "--to"]
    run(registry, "export", *words, str(registry.parent))
    return registry.parent


def cells(path):
    """The cells of the only row, by the titles of their columns."""
    sheet = openpyxl.load_workbook(path).active
    titles, row = list(sheet.iter_rows())
    assert sheet.freeze_panes == "A2"
    return {title.value: cell for title, cell in zip(titles, row)}


def test_texts_are_texts(workbooks):
    row = cells(workbooks / "certificate.xlsx")
    for title, text in (("id", "00042"), ("party", "0001"), ("number", "001234567890123456")):
        assert (row[title].value, row[title].data_type) == (text, "s")
        assert row[title].number_format == "@"


def test_dates_are_dates(workbooks):
    issued = cells(workbooks / "certificate.xlsx")["issuedOn"]
    assert issued.is_date and issued.value == datetime.datetime(2019, 5, 3)
    month = cells(workbooks / "insurance.xlsx")["from"]
    assert month.is_date and month.value == datetime.datetime(2016, 1, 1)
    assert month.number_format == "yyyy-mm"


def test_money_has_two_digits(workbooks):
    row = cells(workbooks / "training.xlsx")
    assert (row["cost"].value, row["cost"].number_format) == (1000.5, "0.00####")
    assert row["hours"].value == 12.5


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_as_libreoffice_shows_it(workbooks):
    names = ("certificate", "training", "insurance")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{workbooks}/profile", "--headless",
         "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(workbooks),
         *(str(workbooks / f"{name}.xlsx") for name in names)],
        check=True, capture_output=True, timeout=120)
    shown = {}
    for name in names:
        with open(workbooks / f"{name}.csv", encoding="utf-8", newline="") as file:
            shown[name] = next(csv.DictReader(file))
    assert shown["certificate"]["id"] == "00042"
    assert shown["certificate"]["number"] == "001234567890123456"
    assert shown["certificate"]["issuedOn"] == "2019-05-03"
    assert shown["training"]["cost"] == "1000.50"
    assert shown["insurance"]["from"] == "2016-01"
    assert shown["insurance"]["to"] == "无"

"""Files to the bank, read by others: schemas of ISO 20022, and Python's own CSV."""

import csv
import io

import lxml.etree
import pytest
from conftest import ROOT, schema

GOOD = ROOT / "Tests/Formats/Bank/good"


@pytest.mark.parametrize("version", ["pain.001.001.03", "pain.001.001.09"])
def test_a_message_is_what_its_schema_says(version):
    schema(version).assertValid(lxml.etree.parse(str(GOOD / f"{version}.xml")))


def test_the_schema_finds_faults():
    """A check that cannot fail would be none."""
    text = (GOOD / "pain.001.001.03.xml").read_bytes()
    for old, new in [(b"3000.00<", b"3000.000001<"), (b"TRF", b"CASH"), (b"<MsgId>", b"<MsgId>" + b"A" * 35)]:
        assert not schema("pain.001.001.03").validate(lxml.etree.fromstring(text.replace(old, new)))


@pytest.mark.parametrize("name, encoding", [("csv-utf8", "utf-8-sig"), ("csv-gb18030", "gb18030")])
def test_a_table_is_read_by_others(name, encoding):
    text = (GOOD / f"{name}.csv").read_bytes().decode(encoding)
    assert text.count("\r\n") == text.count("\n") == 4
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == ["序号", "收款人", "开户行", "账号", "金额(元)", "用途", "流水号"]
    assert [row[3].strip() for row in rows[1:]] == [
        "6200000000000000018", "0000000000000012", "6200000000000000034"]
    assert rows[1][1] == '甲<样例> & "乙"'
    assert [row[4] for row in rows[1:]] == ["3000.00", "0.01", "9999999999.99"]
    assert not any(cell.startswith(("=", "+", "-", "@", "＝", "＋")) for row in rows for cell in row)

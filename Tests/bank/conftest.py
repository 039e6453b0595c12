"""The payout room against a simulated bank, each a process of its own.

PAYOUT_DRIVE names the executable; without it that of the strict build (`scripts/check build`).
"""

import json
import os
import pathlib
import subprocess
import sys

import lxml.etree
import pytest
import sepaxml

ROOT = pathlib.Path(__file__).resolve().parents[2]
DRIVE = os.environ.get("PAYOUT_DRIVE", str(ROOT / ".build/check/debug/payout-drive"))
SCHEMAS = pathlib.Path(sepaxml.__file__).parent / "schemas"


def schema(version):
    return lxml.etree.XMLSchema(lxml.etree.parse(str(SCHEMAS / f"{version}.xsd")))


class Exchange:
    """An office, a bank, and the two folders between them."""

    def __init__(self, folder, seed):
        self.folder = folder
        self.out, self.back = folder / "out", folder / "back"
        self.out.mkdir()
        self.back.mkdir()
        self.bank = subprocess.Popen(
            [sys.executable, str(pathlib.Path(__file__).with_name("simulated_bank.py")),
             str(self.out), str(self.back), "--seed", str(seed)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def words(self, *words):
        return [DRIVE, str(self.folder / "office.db"), *map(str, words)]

    def drive(self, *words):
        ran = subprocess.run(
            self.words(*words), capture_output=True, text=True, timeout=120, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def tell(self, word):
        self.bank.stdin.write(word + "\n")
        self.bank.stdin.flush()
        assert self.bank.stdout.readline() == "ok\n"

    def take(self):
        """Takes in all statements; now and then one stays, and is taken in again next time."""
        names = sorted(self.back.iterdir())
        self.drive("take", self.back)
        for index, path in enumerate(names):
            if index % 5:
                path.unlink()

    def state(self):
        return json.loads(self.drive("state"))

    def books(self):
        return json.loads((self.folder / "books.json").read_text(encoding="utf-8"))

    def leave(self):
        self.bank.stdin.close()
        self.bank.wait(timeout=20)


@pytest.fixture
def exchange(tmp_path, request):
    exchange = Exchange(tmp_path, request.param)
    yield exchange
    exchange.leave()

"""The registry under faults, through the command line.

GONGJIANG names the executable; without it the release build is used. GONGJIANG_MOMENTS is how
often each kind of work is killed: a few times by default, 100 times with `make faults`.
"""

import hashlib
import os
import pathlib
import sqlite3
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("GONGJIANG", str(ROOT / ".build/release/gongjiang"))
MOMENTS = int(os.environ.get("GONGJIANG_MOMENTS", "5"))


class Registry:
    """A registry in a folder of its own, and the tool that works on it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "registry.db"
        self.key = self.folder / "registry.key"

    def words(self, *words):
        return [TOOL, *map(str, words), "--registry", str(self.path), "--home", str(ROOT)]

    def run(self, *words, **options):
        return subprocess.run(
            self.words(*words), capture_output=True, text=True, timeout=120, check=False,
            cwd=ROOT, **options)

    def done(self, *words):
        """Runs the tool, which must succeed, and gives what it printed."""
        ran = self.run(*words)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def start(self, *words):
        return subprocess.Popen(
            self.words(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)

    def rows(self, query):
        """What an outsider reads in the database."""
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def count(self, table):
        return self.rows(f'SELECT count(*) FROM "{table}" WHERE "_to" IS NULL')[0][0]

    def check(self):
        """Every page, index and reference of the database is sound."""
        assert self.rows("PRAGMA integrity_check") == [("ok",)]
        assert self.rows("PRAGMA foreign_key_check") == []

    def content(self):
        """A digest of the files' bytes."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("registry.*")):
            if path.suffix != ".db-shm":
                digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def write(self, name, lines):
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path


@pytest.fixture
def registry(tmp_path):
    """With two workers, which the tool has acknowledged."""
    registry = Registry(tmp_path)
    people = registry.write("person.csv", ["id,name,phone", "p1,甲样例,10000000001", "p2,乙样例,"])
    registry.done("import", people)
    return registry

"""A synthetic town through the command line: made twice, imported, killed half-way."""

import os
import pathlib
import signal
import subprocess
import time

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
TOOL = os.environ.get("GONGJIANG", str(ROOT / ".build" / "release" / "gongjiang"))
PARTIES = ("organisation", "person", "household")


def run(*words, check=True):
    return subprocess.run(
        [TOOL, *words], cwd=ROOT, check=check, capture_output=True, timeout=120)


def make(folder, seed):
    run("synthesise", "--workers", "2000", "--seed", str(seed), "--to", str(folder))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_one_seed_one_town(tmp_path):
    first = make(tmp_path / "first", 7)
    assert make(tmp_path / "second", 7) == first
    other = make(tmp_path / "other", 8)
    assert all(other[name] != first[name] for name in ("person.csv", "employment.csv"))


def test_its_tables_import_without_a_refused_row(tmp_path):
    """Registry and tables hold the same town: exports of both are the same."""
    tables = tmp_path / "tables"
    make(tables, 7)
    files = [tables / f"{name}.csv" for name in PARTIES]
    files += sorted(path for path in tables.iterdir() if path.stem not in PARTIES)
    imported, made = tmp_path / "imported.db", tmp_path / "made.db"
    run("import", "--quiet", "--registry", str(imported), *map(str, files))
    run("synthesise", "--workers", "2000", "--seed", "7", "--quiet", "--registry", str(made))
    exports = []
    for registry in (imported, made):
        folder = tmp_path / registry.stem
        folder.mkdir()
        run("export", *(path.stem for path in files), "--unmasked", "--to", str(folder),
            "--registry", str(registry))
        exports.append({path.name: sorted(path.read_text(encoding="utf-8-sig").splitlines())
                        for path in folder.iterdir()})
    assert exports[0] == exports[1]
    for path in files:
        assert sorted(path.read_text(encoding="utf-8-sig").splitlines()) == exports[0][path.name]


@pytest.mark.parametrize("share", (0.1, 0.4, 0.7, 0.95))
def test_killed_half_way_it_is_there_whole_or_not_at_all(tmp_path, share):
    words = ("synthesise", "--workers", "3000", "--quiet", "--lang", "en", "--registry")
    began = time.monotonic()
    run(*words, str(tmp_path / "whole.db"))
    whole = time.monotonic() - began
    registry = str(tmp_path / "town.db")
    process = subprocess.Popen(
        [TOOL, *words, registry], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(whole * share)
    process.send_signal(signal.SIGKILL)
    process.wait()
    again = run(*words, registry).stdout.decode()
    assert "facts into" in again or "has this town" in again
    assert "nothing was changed" in run(*words, registry).stdout.decode()
    for name in ("person", "wage"):
        run("export", name, "--unmasked", "--to", str(tmp_path / "town.csv"), "--registry", registry)
        run("export", name, "--unmasked", "--to", str(tmp_path / "whole.csv"),
            "--registry", str(tmp_path / "whole.db"))
        assert (tmp_path / "town.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()

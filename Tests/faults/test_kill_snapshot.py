"""A snapshot that is killed while it is made or brought up to date, and totals that are: what is there
is whole or not there at all, and the next one ends where an undisturbed one does."""

import fcntl
import json
import os
import resource
import shutil

import pytest

from conftest import MOMENTS, Registry
from moments import duration, kill_at_random

ON = ("--on", "2024-06-30")
REFUSED = 4


def copied(registry, folder, *suffixes):
    """A registry of the same content, in another folder."""
    copy = Registry(folder)
    for suffix in (".db", ".key", *suffixes):
        shutil.copy2(registry.path.with_suffix(suffix), copy.path.with_suffix(suffix))
    return copy


def total(registry, *words):
    told = json.loads(registry.done("total", "--quiet", "--json", *ON, *words))
    return told["benefits"]


class Town:
    """A town without a snapshot, and one whose snapshot is behind; how long each takes."""

    def __init__(self, folder):
        for name in ("before", "behind", "scratch"):
            (folder / name).mkdir()
        self.before = Registry(folder / "before")
        self.before.done("synthesise", "--quiet", "--workers", 4000, "--seed", 5)
        self.behind = copied(self.before, folder / "behind")
        self.length = duration(lambda: self.behind.done("snapshot", "--quiet"))
        self.benefits = total(copied(self.before, folder / "scratch"))
        # More are touched than are left to be asked one by one.
        rows = [f"new{index},样例" for index in range(700)]
        table = self.behind.write("person.csv", ["id,name", *rows])
        self.behind.done("import", "--quiet", table)
        work = copied(self.behind, folder / "scratch", ".columns")
        self.update = duration(lambda: work.done("snapshot", "--quiet"))
        self.total = duration(lambda: work.done("total", "--quiet", *ON))


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return Town(tmp_path_factory.mktemp("town"))


def sound(registry, *said):
    """The snapshot is up to date when it is asked for again, and no other file is left."""
    told = registry.done("snapshot", "--lang", "en")
    assert any(words in told for words in said), told
    assert "is up to date" in registry.done("snapshot", "--lang", "en")
    assert not list(registry.folder.glob("*.part"))


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_made(tmp_path, town, moment):
    registry = copied(town.before, tmp_path)
    was_killed = kill_at_random(registry.start("snapshot", "--quiet"), town.length * 1.05)
    is_there = registry.path.with_suffix(".columns").exists()
    assert was_killed or is_there
    sound(registry, "is up to date" if is_there else "was made")
    assert total(registry) == town.benefits


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_updated(tmp_path, town, moment):
    registry = copied(town.behind, tmp_path, ".columns")
    was_killed = kill_at_random(registry.start("snapshot", "--quiet"), town.update * 1.05)
    # Killed once all of it lay there, it is up to date too.
    sound(registry, "is up to date", *(["brought up to change"] if was_killed else []))
    assert total(registry) == town.benefits


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_totals(tmp_path, town, moment):
    registry = copied(town.behind, tmp_path, ".columns")
    kill_at_random(registry.start("total", "--quiet", *ON), town.total * 1.05)
    assert total(registry) == town.benefits
    sound(registry, "is up to date")


def told(ran, status, error):
    assert (ran.returncode, ran.stdout, ran.stderr) == (status, "", f"gongjiang: {error}\n")


def test_full_disk(tmp_path, town):
    """Files may not grow any further: the same answer as from a full disk."""
    registry = copied(town.before, tmp_path)
    path = registry.path.with_suffix(".columns")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 19, 1 << 19))
    for words in (["snapshot"], ["total", *ON]):
        told(
            registry.run(*words, "--quiet", preexec_fn=limit), REFUSED,
            f"SNAP008：磁盘已满，快照 {path} 没有写成\n请腾出空间后再运行；原来的文件完好。")
        told(
            registry.run(*words, "--quiet", "--lang", "en", preexec_fn=limit), REFUSED,
            f"SNAP008: the disk is full; the snapshot {path} was not written\n"
            "Make room and run this again; what was there before is as it was.")
    assert not path.exists() and not list(tmp_path.glob("*.part"))
    assert total(registry) == town.benefits


def test_two_at_a_time(tmp_path, town):
    """Of two that write at a time one is told."""
    registry = copied(town.before, tmp_path)
    path = registry.path.with_suffix(".columns")
    partial = tmp_path / (path.name + ".part")
    with open(partial, "w", encoding="utf-8") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        told(
            registry.run("snapshot", "--quiet"), REFUSED,
            f"SNAP009：另一个程序正在写快照 {path}\n请等它结束后再运行。")
        told(
            registry.run("snapshot", "--quiet", "--lang", "en"), REFUSED,
            f"SNAP009: another program is writing the snapshot {path}\n"
            "Wait until it is done and run this again.")
    sound(registry, "was made")


def test_damaged(tmp_path, town):
    """A damaged part is told of, and everything comes out as before."""
    registry = copied(town.behind, tmp_path, ".columns")
    registry.done("snapshot", "--quiet")
    path = registry.path.with_suffix(".columns")
    whole = path.read_bytes()
    start = whole.rindex(b"of ")
    sections = [
        words for words in (line.split() for line in whole[start:].splitlines())
        if words[0] == b"section" and words[3] != b"0"]
    assert len(sections) > 50
    for words in sections[:: len(sections) // 4]:
        broken = bytearray(whole)
        broken[int(words[4])] ^= 0x10
        path.write_bytes(broken)
        ran = registry.run("snapshot", "--quiet", "--lang", "en")
        assert (ran.returncode, ran.stderr) == (0, (
            f"SNAP001: the snapshot {path} is damaged ({words[1].decode()})\n"
            "It is not used and made anew from the registry; it may also be deleted.\n"))
        assert "was made" in ran.stdout
    assert total(registry) == town.benefits


@pytest.mark.parametrize("length", [0, 30, 64, 100_000])
def test_cut_short(tmp_path, town, length):
    registry = copied(town.behind, tmp_path, ".columns")
    path = registry.path.with_suffix(".columns")
    path.write_bytes(path.read_bytes()[:length])
    ran = registry.run("total", "--quiet", "--json", "--lang", "en", *ON)
    assert ran.returncode == 0
    assert ran.stderr.startswith(("SNAP001: ", "SNAP002: ")), ran.stderr
    assert json.loads(ran.stdout)["benefits"] == town.benefits


def test_other_registry(tmp_path, town):
    """A snapshot of another registry, and one that is ahead of a restored backup."""
    registry = copied(town.before, tmp_path)
    (tmp_path / "other").mkdir()
    other = Registry(tmp_path / "other")
    other.done("synthesise", "--quiet", "--workers", 100, "--seed", 6)
    other.done("snapshot", "--quiet")
    path = registry.path.with_suffix(".columns")
    for source in (other, town.behind):
        shutil.copy2(source.path.with_suffix(".columns"), path)
        if source is town.behind:
            # The registry it was copied with has gone on since; this one has not.
            source = copied(town.behind, tmp_path / "other", ".columns")
            source.done("snapshot", "--quiet")
            shutil.copy2(source.path.with_suffix(".columns"), path)
        ran = registry.run("snapshot", "--quiet")
        assert (ran.returncode, ran.stderr) == (0, (
            f"SNAP004: 快照 {path} 属于另一个登记库，或者登记库后来由备份恢复过\n"
            "它不会被使用，会从登记库重新生成；也可以删掉它。\n")), ran.stderr
        assert total(registry) == town.benefits


def test_nobody_may_write(tmp_path, town):
    """A name that cannot be written to."""
    registry = copied(town.before, tmp_path)
    path = registry.path.with_suffix(".columns")
    os.mkdir(tmp_path / (path.name + ".part"))
    told(
        registry.run("snapshot", "--quiet"), REFUSED,
        f"SNAP007：快照 {path} 无法写入\n请检查登记库所在目录的写权限。")
    told(
        registry.run("snapshot", "--quiet", "--lang", "en"), REFUSED,
        f"SNAP007: the snapshot {path} cannot be written\n"
        "Check that you may write the folder of the registry.")

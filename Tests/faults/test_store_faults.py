"""What a person reads when the disk, the files or the key are not as they should be; the data stays
as it was."""

import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess

import pytest

from conftest import Registry

REFUSED = 4
BAD_INPUT = 3
NOBODY = 65534
LOCKED = (
    "STO002: another program keeps the database {path} locked\n"
    "Try again when that program has finished; no data was changed.")


def tells(ran, status, error, output=""):
    """Whether a command ended so and said just this."""
    assert (ran.returncode, ran.stdout, ran.stderr) == (status, output, f"gongjiang: {error}\n")


def fails(registry, status, zh, en, *words, **options):
    """Runs a command in both languages."""
    words = words or ("import", "--quiet", registry.folder / "person.csv")
    tells(registry.run(*words, **options), status, zh)
    tells(registry.run(*words, "--lang", "en", **options), status, en)


def test_full_disk(registry):
    """Files may not grow any further: the same answer as from a full disk."""
    rows = [f"w{index},样例{index}" for index in range(20_000)]
    table = registry.write("person_more.csv", ["id,name", *rows])
    path = registry.path
    told = {
        "zh": (f"STO004：磁盘已满，未写入 {path}\n请腾出空间后重试；已确认的数据完好。",
               f"{table}：20,000 行，新增 20,000，更正 0，不变 0，拒收 0\n没有完成，全部没有写入。\n"),
        "en": (f"STO004: the disk is full; nothing was written to {path}\n"
               "Free some space and try again; what was acknowledged is safe.",
               f"{table}: 20,000 rows, 20,000 added, 0 corrected, 0 unchanged, 0 refused\n"
               "It was not finished; nothing was written.\n"),
    }
    for language, (error, output) in told.items():
        words = ("import", "--quiet", table, "--lang", language)
        tells(registry.run(*words, preexec_fn=no_larger_than(1 << 20)), REFUSED, error, output)
    registry.check()
    assert registry.count("person") == 2
    registry.done("import", "--quiet", table)
    assert registry.count("person") == 20_002


def no_larger_than(limit):
    """What lets no file of a command grow any further."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def test_no_room_for_refused_rows(registry):
    """What was refused is written before anything is committed, and told whatever fails."""
    rows = [f",{'样例' * 20}{index}" for index in range(10_000)]
    table = registry.write("person_more.csv", ["id,name", "p9,丙样例", *rows])
    limit = 1 << 20
    bad = registry.folder / "bad.csv"
    words = ["import", "--quiet", "--keep-good", "--rejected", bad, table]
    ran = registry.run(*words, preexec_fn=no_larger_than(limit))
    assert ran.returncode == REFUSED
    assert ran.stderr == f"gongjiang: EXP001：无法写入 {bad}\n请检查目录是否存在、是否可写、磁盘是否已满。\n"
    told = ran.stdout.splitlines()
    assert told[0] == f"{table}：10,001 行，新增 1，更正 0，不变 0，拒收 10,000"
    assert told[-1] == "没有完成，全部没有写入。"
    assert not bad.exists() and not list(registry.folder.glob("*.part"))
    assert registry.count("person") == 2
    assert registry.run(*words).returncode == 1
    assert bad.stat().st_size > limit and registry.count("person") == 3


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A registry with a town."""
    registry = Registry(tmp_path_factory.mktemp("made"))
    registry.done("synthesise", "--quiet", "--workers", 3000, "--seed", 3)
    return registry


def copied(registry, folder):
    for path in (registry.path, registry.key):
        shutil.copy2(path, folder)
    return Registry(folder)


def test_full_disk_while_determining(made, tmp_path):
    """What a batch stored stays; the next run goes on from there, and ends as an undisturbed one."""
    registry = copied(made, tmp_path)
    words = ("determine", "--all", "--quiet", "--on", "2024-06-30")
    fails(
        registry, REFUSED,
        f"STO004：磁盘已满，未写入 {registry.path}\n请腾出空间后重试；已确认的数据完好。",
        f"STO004: the disk is full; nothing was written to {registry.path}\n"
        "Free some space and try again; what was acknowledged is safe.",
        *words, preexec_fn=no_larger_than(1 << 18))
    registry.check()
    if registry.rows("SELECT 1 FROM sqlite_master WHERE name = '_run'"):
        assert registry.rows('SELECT 1 FROM "_run" WHERE "finished" IS NOT NULL') == []
    registry.done(*words)
    registry.check()
    (tmp_path / "other").mkdir()
    other = copied(made, tmp_path / "other")
    other.done(*words)
    query = 'SELECT "owner", "benefit", "subject", "amount" FROM "_determination" ORDER BY 1, 2, 3'
    assert registry.rows(query) == other.rows(query)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_full_disk_while_exporting(made, tmp_path, kind):
    """What stood there before stays, and nothing half is left beside it."""
    registry = copied(made, tmp_path)
    target = tmp_path / f"certificate.{kind}"
    target.write_bytes(b"before")
    before = sorted(path.name for path in tmp_path.iterdir())
    fails(
        registry, REFUSED,
        f"EXP001：无法写入 {target}\n请检查目录是否存在、是否可写、磁盘是否已满。",
        f"EXP001: {target} cannot be written\n"
        "Check that the folder exists and can be written, and that the disk is not full.",
        "export", "certificate", "--to", target, preexec_fn=no_larger_than(1 << 16))
    assert target.read_bytes() == b"before"
    after = {path.name for path in tmp_path.iterdir()}
    assert after - {"registry.db-wal", "registry.db-shm"} == set(before)
    registry.done("export", "certificate", "--to", target)
    assert target.read_bytes() != b"before"


@contextlib.contextmanager
def small_disk(folder):
    """A file system of 4 MB; only root can make one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_full_file_system(registry, tmp_path):
    with small_disk(tmp_path / "small") as folder:
        small = Registry(folder)
        small.done("import", "--quiet", registry.folder / "person.csv")
        rows = [f"w{index},{'样例' * 20}{index}" for index in range(20_000)]
        table = registry.write("person_more.csv", ["id,name", *rows])
        ran = small.run("import", "--quiet", table)
        tells(
            ran, REFUSED, f"STO004：磁盘已满，未写入 {small.path}\n请腾出空间后重试；已确认的数据完好。",
            f"{table}：20,000 行，新增 20,000，更正 0，不变 0，拒收 0\n没有完成，全部没有写入。\n")
        small.check()
        assert small.count("person") == 2


def test_read_only_folder(registry):
    folder = registry.folder
    options = {}
    for path in [*folder.iterdir(), folder]:
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    if os.geteuid() == 0:
        options = {"user": NOBODY}
        for parent in folder.parents:
            if not parent.stat().st_mode & 0o001:
                parent.chmod(parent.stat().st_mode | 0o011)
    folder.chmod(0o555)
    before = registry.content()
    try:
        fails(
            registry, REFUSED,
            f"STO003：数据库 {registry.path} 或其目录只读\n请给目录和文件写入权限；数据没有改动。",
            f"STO003: the database {registry.path} or its folder is read-only\n"
            "Give the folder and the file write permission; no data was changed.",
            **options)
    finally:
        folder.chmod(0o755)
    assert registry.content() == before


def test_locked(registry):
    other = sqlite3.connect(registry.path)
    other.execute("BEGIN IMMEDIATE")
    try:
        fails(
            registry, REFUSED,
            f"STO002：数据库 {registry.path} 正被另一个程序占用\n请等那个程序结束后重试；数据没有改动。",
            LOCKED.format(path=registry.path))
    finally:
        other.rollback()
        other.close()
    registry.done("import", registry.folder / "person.csv")


def test_newer_version(registry):
    connection = sqlite3.connect(registry.path)
    last = connection.execute("SELECT max(number) FROM _migration").fetchone()[0]
    connection.execute("INSERT INTO _migration VALUES (?, 'of the future', '')", (last + 1,))
    connection.commit()
    connection.close()
    before = registry.content()
    fails(
        registry, BAD_INPUT,
        f"STO006：数据库 {registry.path} 的版本 {last + 1} 高于本程序所识的 {last}\n"
        "请使用写入它的新版程序；数据没有改动。",
        f"STO006: the database {registry.path} has version {last + 1}; this program knows versions "
        f"up to {last}\nUse the newer program that wrote it; no data was changed.")
    assert registry.content() == before


@pytest.mark.parametrize("length", [60, 5000, 0.5])
def test_cut_short(registry, length):
    whole = registry.path.read_bytes()
    registry.path.write_bytes(whole[: length if length > 1 else int(len(whole) * length)])
    before = registry.content()
    for language in ("zh", "en"):
        ran = registry.run("import", "--quiet", registry.folder / "person.csv", "--lang", language)
        assert (ran.returncode, ran.stdout) == (BAD_INPUT, "")
        said = {
            "zh": (f"gongjiang: STO005：{registry.path} 不是完好的数据库（", "请从备份恢复；程序没有改动这个文件。\n"),
            "en": (f"gongjiang: STO005: {registry.path} is not a sound database (",
                   "Restore it from a backup; the program has not changed the file.\n"),
        }[language]
        assert ran.stderr.startswith(said[0]) and ran.stderr.endswith(said[1]), ran.stderr
    assert registry.content() == before


@pytest.mark.parametrize("words", [
    ["stats"], ["export", "person"], ["determine", "--all", "--quiet"],
    ["serve", "--listen", "127.0.0.1:0"], ["import", "--quiet"], ["import", "--trial", "--quiet"],
], ids=" ".join)
def test_cut_to_nothing(registry, words):
    """An empty file where a registry was is no new registry."""
    registry.path.write_bytes(b"")
    if words[0] == "import":
        words = [*words, registry.folder / "person.csv"]
    if words[0] == "export":
        words = [*words, "--to", registry.folder / "out.csv"]
    before = registry.content()
    path = registry.path
    fails(
        registry, BAD_INPUT,
        f"REG017：登记库 {path} 是一个空文件（0 字节），里面的数据不见了\n"
        "请从备份中恢复；确要从头建立，先删去这个文件和它的密钥文件。没有改动。",
        f"REG017: the registry {path} is an empty file (0 bytes): its data is gone\n"
        "Restore it from a backup; to begin anew, delete the file and its key file first. Nothing "
        "was changed.",
        *words)
    assert registry.content() == before
    # Without its key too it cannot be asked, but it can be begun: a start that was cut short.
    registry.key.unlink()
    if words[0] != "import":
        assert registry.run(*words).returncode == BAD_INPUT
        assert registry.content() == before or not path.read_bytes()
    elif "--trial" not in words:
        registry.done(*words)
        assert registry.count("person") == 2


def test_lost_key(registry):
    registry.key.unlink()
    before = registry.content()
    fails(
        registry, BAD_INPUT,
        f"REG004：登记库 {registry.path} 已有数据，但密钥文件 {registry.key} 不在了\n"
        "请从备份中恢复原来的密钥文件；没有它读不出数据，数据没有改动。",
        f"REG004: the registry {registry.path} has data, but its key file {registry.key} is gone\n"
        "Restore the original key file from your backup; without it nothing can be read. No data "
        "was changed.")
    assert registry.content() == before


def test_wrong_key(registry, tmp_path):
    (tmp_path / "other").mkdir()
    other = Registry(tmp_path / "other")
    other.done("import", registry.folder / "person.csv")
    shutil.copy(other.key, registry.key)
    before = registry.content()
    fails(
        registry, BAD_INPUT,
        f"REG003：密钥文件 {registry.key} 不是登记库 {registry.path} 的密钥\n"
        "请从备份中恢复原来的密钥文件；没有它读不出数据，数据没有改动。",
        f"REG003: {registry.key} is not the key of the registry {registry.path}\n"
        "Restore the original key file from your backup; without it nothing can be read. No data "
        "was changed.")
    assert registry.content() == before


def test_key_that_others_can_read(registry):
    registry.key.chmod(0o644)
    fails(
        registry, BAD_INPUT,
        f"KEY006：密钥文件 {registry.key} 其他用户也能读写\n请运行 chmod 600 {registry.key}。",
        f"KEY006: others can read or change the key file {registry.key}\n"
        f"Run chmod 600 {registry.key}.")


def test_no_registry(tmp_path):
    registry = Registry(tmp_path)
    fails(
        registry, BAD_INPUT,
        f"还没有登记库 {registry.path}\n"
        "请用 gongjiang import 导入数据，或用 gongjiang synthesise 生成样例；登记库在别处时用 --registry 指明。",
        f"there is no registry at {registry.path}\n"
        "Make one with `gongjiang import` or `gongjiang synthesise`; if it lies elsewhere, name it "
        "with --registry.",
        "export", "person", "--to", tmp_path / "person.csv")
    assert not registry.path.exists() and not registry.key.exists()


def test_a_folder_that_is_not_there(tmp_path):
    registry = Registry(tmp_path / "a" / "b")
    table = tmp_path / "person.csv"
    table.write_text("id,name\np1,甲样例\n", encoding="utf-8")
    fails(
        registry, BAD_INPUT,
        f"无法建立目录 {registry.folder}\n请检查上一级目录是否存在、是否可写。",
        f"the folder {registry.folder} cannot be made\n"
        "Check that the folder above it exists and can be written.",
        "import", table)

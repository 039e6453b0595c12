"""Makes tables of what `rounds.py` measured.

    report.py RESULTS            prints it
    report.py RESULTS --readme   writes it between the markers of the READMEs and Documentation/columns.md
"""

import json
import pathlib
import re
import sys

# How many times as fast as an engine columns are to be; of the hand-written loop, how many times as
# long they may take.
GOALS = [("duckdb", 10), ("polars", 5), ("openfisca", 7)]
LOOP_GOAL = 1.5
NAMES = {
    "columns": ("按列核定", "columns"), "loop": ("手写循环", "the loop written by hand"),
    "read": ("只读一遍并求和", "reading and adding up only"),
    "everything": ("全部待遇，按列核定", "every benefit, on columns"),
}
BUILDS = {
    "baseline": ("通用构建", "baseline build"), "avx2": ("AVX2 构建", "AVX2 build"), None: ("", ""),
}
ROOT = pathlib.Path(__file__).parents[2]


class Results:
    def __init__(self, path):
        self.facts = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        self.rows = self.facts["candidates"]

    @property
    def builds(self):
        """From the plainest to the one made for this processor."""
        found = [row["build"] for row in self.rows if row["engine"] == "columns"]
        return list(dict.fromkeys(found))

    def find(self, engine, workload, build=None, threads=None):
        return [
            row for row in self.rows
            if row["engine"] == engine and row["workload"] == workload
            and (row["build"] in (build, None)) and threads in (None, row["threads"])]

    def best(self, engine, workload, build=None):
        """With as many threads as are fastest on the clock; `None` for what does not run it."""
        return min(
            self.find(engine, workload, build), key=lambda row: row["clock"]["median"],
            default=None)

    def times(self, engine, other, workload):
        """How many times as long the first takes as the second, on the clock with the better number
        of threads and of the processors with one thread; both of our programs in the last build."""
        build = self.builds[-1]
        pair = [self.best(name, workload, build) for name in (engine, other)]
        if None in pair:
            return None
        alone = [self.find(name, workload, build, 1)[0] for name in (engine, other)]
        return (
            pair[0]["clock"]["median"] / pair[1]["clock"]["median"],
            alone[0]["processors"]["median"] / alone[1]["processors"]["median"])


def name(row, language):
    """What a row is called; of our own programs with their build."""
    if row["engine"] not in NAMES:
        return row["name"]
    build = BUILDS.get(row["build"], (row["build"], row["build"]))[language]
    return NAMES[row["engine"]][language] + ("（" + build + "）" if language == 0 else ", " + build)


def milliseconds(number):
    return f"{number:.0f}" if number >= 20 else f"{number:.1f}"


def both(row, language):
    """On the clock, and of the processors."""
    clock, processors = (milliseconds(row[kind]["median"]) for kind in ("clock", "processors"))
    return f"{clock}（{processors}）" if language == 0 else f"{clock} ({processors})"


def verdict(is_met, language):
    return [["未达到", "missed"], ["达到", "met"]][is_met][language]


def goals(results, workload):
    """Each goal: the engine, how many times, on the clock and of the processors, and whether met."""
    for engine, goal in GOALS:
        found = results.times(engine, "columns", workload)
        if found:
            row = results.best(engine, workload)
            yield row["name"], row["name"], "≥", goal, found, [ratio >= goal for ratio in found]
    found = results.times("columns", "loop", workload)
    yield *NAMES["loop"], "≤", LOOP_GOAL, found, [ratio <= LOOP_GOAL for ratio in found]


def goal_table(results, language):
    head = [
        "| 按列核定与之相比 | 口径 | 目标 | 时钟 | | 处理器 | |",
        "| columns beside | line | goal | on the clock | | of the processors | |"][language]
    lines = [head, "|---|---|--:|--:|---|--:|---|"]
    for workload in ("plain", "stacked"):
        for *names, sign, goal, (clock, processors), (is_clock, is_processors) in goals(
                results, workload):
            what = WORKLOADS[workload][language]
            lines.append(
                f"| {names[language]} | {what} | {sign} {goal} × | {clock:.1f} × | "
                f"{verdict(is_clock, language)} | {processors:.1f} × | "
                f"{verdict(is_processors, language)} |")
    return lines


WORKLOADS = {"plain": ("四项", "four benefits"), "stacked": ("加上叠加规则", "with stacking")}


def short_table(results, language):
    """One row a candidate, with the threads that are faster for it."""
    head = [
        "| 毫秒（处理器毫秒） | 线程 | 四项 | 加上叠加规则 |",
        "| ms (processor ms) | threads | four benefits | with stacking |"][language]
    lines = [head, "|---|--:|--:|--:|"]
    rows = []
    for engine in ("read", "loop", "columns"):
        rows += [(engine, build) for build in results.builds]
    rows += [(engine, None) for engine in ("numpy", "polars", "duckdb", "openfisca")]
    for engine, build in rows:
        plain, stacked = (results.best(engine, line, build) for line in ("plain", "stacked"))
        cells = [both(plain, language)]
        if engine == "read":
            cells.append("")
        else:
            cells.append(both(stacked, language) if stacked else "—")
        threads = plain["threads"]
        if stacked and stacked["threads"] != threads:
            threads = f"{threads}, {stacked['threads']}"
        lines.append(f"| {name(plain, language)} | {threads} | {' | '.join(cells)} |")
    return lines


def long_table(results):
    lines = [
        "| | threads | line | ms, median | least … most | processor ms, median |",
        "|---|--:|---|--:|--:|--:|"]
    for row in results.rows:
        line = WORKLOADS[row["workload"]][1] if row["engine"] not in ("read", "everything") else ""
        clock = row["clock"]
        lines.append(
            f"| {name(row, 1)} | {row['threads']} | {line} | {milliseconds(clock['median'])} | "
            f"{milliseconds(clock['least'])} … {milliseconds(clock['most'])} | "
            f"{milliseconds(row['processors']['median'])} |")
    return lines


def machine(results, language):
    facts = results.facts
    day, model, cores = facts["date"], facts["machine"]["model"], facts["machine"]["cores"]
    workers, certificates, awards = (
        f"{facts[name]:,}" for name in ("workers", "certificates", "awards"))
    size, rounds = f"{facts['bytes read'] / 1e6:.0f} MB", facts["rounds"]
    load = facts["load"]
    return [
        f"{day}，{model}，{cores} 核，平均负载 {load}；{workers} 名工人、{certificates} 本证书、{awards} 个奖项，"
        f"循环读 {size}；{rounds} 轮交替测量取中位数。",
        f"{day}, {model}, {cores} cores, load average {load}; {workers} workers, "
        f"{certificates} certificates, {awards} awards, {size} that the loop reads; medians of {rounds} interleaved rounds.",
    ][language]


def floats(results, language):
    """How OpenFisca's 32-bit floats differ."""
    row = results.best("openfisca", "plain")
    workers, fen, raw_workers, raw_fen = row["difference"]
    yuan = raw_fen / 100
    return [
        f"OpenFisca 用 32 位浮点数：取整到分以前有 {raw_workers:,} 人的合计有出入，共 {yuan:,.4f} 元；"
        f"取整以后 {workers:,} 人，共 {fen / 100:,.2f} 元。",
        f"OpenFisca has floats of 32 bits: before its sums are rounded to the 分 those of "
        f"{raw_workers:,} workers differ, by {yuan:,.4f} yuan in all; after it {workers:,}, by "
        f"{fen / 100:,.2f} yuan."][language]


def everything(results, language):
    row = results.best("everything", "plain", results.builds[-1])
    return [
        f"同一座城，全部文件的全部待遇：{both(row, 0)} 毫秒。",
        f"Every benefit of all documents, for the same city: {both(row, 1)} ms."][language]


def section(results, language):
    return "\n".join([
        machine(results, language), "", *short_table(results, language), "",
        *goal_table(results, language), "", floats(results, language),
        everything(results, language)])


def full(results):
    size = results.facts["bytes of columns"] / 1e6
    return "\n".join([
        machine(results, 1), f"All columns of the city take {size:.0f} MB.", "", *long_table(results), "", *goal_table(results, 1), "",
        floats(results, 1)])


def write(path, text):
    """Puts a text between a file's markers."""
    path = ROOT / path
    before = path.read_text(encoding="utf-8")
    begin, end = "<!-- bench-peers -->\n", "\n<!-- /bench-peers -->"
    pattern = re.escape(begin) + ".*?" + re.escape(end)
    after, count = re.subn(pattern, lambda _: begin + text + end, before, flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"{path} does not have the markers {begin.strip()} … {end.strip()}")
    path.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    found = Results(sys.argv[1])
    print(full(found))
    if "--readme" in sys.argv[2:]:
        write("README.md", section(found, 1))
        write("README.zh-CN.md", section(found, 0))
        write("Documentation/columns.md", full(found))

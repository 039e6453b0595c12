"""How long all benefits take for cities of several sizes, as a table and a picture.

    curve.py CITY-BENCHMARK HOME LARGEST [--write]

Cities have 10,000 workers and ten times more, up to LARGEST. --write puts both into Documentation.
"""

import datetime
import math
import pathlib
import subprocess
import sys

DOCUMENTATION = pathlib.Path(__file__).parents[1] / "Documentation"
HEAD = [
    "workers", "bytes of columns", "most memory in bytes", "least ms, 1 thread",
    "median processor ms, 1 thread", "least ms, 2 threads", "median processor ms, 2 threads",
    "processor µs a worker, 1 thread"]


def measure(tool, home, largest):
    """One row a size, in the order of HEAD but for the last, which is worked out; each size is a program
    of its own, for its memory."""
    size, rows = 10_000, []
    while size <= largest:
        print(f"{size:,} 名工人 · workers", file=sys.stderr, flush=True)
        line = subprocess.run(
            [tool, "curve", home, str(size)], check=True, capture_output=True, text=True).stdout
        rows.append([float(number) for number in line.split("\t")])
        size *= 10
    return rows


def table(rows):
    lines = [f"# {datetime.date.today().isoformat()}; at least five runs each", "\t".join(HEAD)]
    for row in rows:
        lines.append("\t".join(
            [f"{number:.0f}" for number in row[:3]] + [f"{number:.2f}" for number in row[3:]]
            + [f"{1000 * row[COLUMN] / row[0]:.3f}"]))
    return "\n".join(lines) + "\n"


# The picture: workers across, milliseconds up, both in powers of ten.

WIDTH, HEIGHT = 720, 440
LEFT, RIGHT, TOP, BOTTOM = 84, 56, 64, 72
COLUMN = 4  # of the table: processor milliseconds of one thread, which other programs disturb least
COLOUR, GUIDE = "#1f5fa8", "#999"


class Scale:
    def __init__(self, low, high, begin, end):
        self.low, self.high, self.begin, self.end = low, high, begin, end

    def __call__(self, value):
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.begin + share * (self.end - self.begin)

    def powers(self):
        return [10 ** power for power in range(self.low, self.high + 1)]


def text(x, y, words, anchor="middle", extra=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{extra}>{words}</text>'


def picture(rows):
    last = math.ceil(math.log10(rows[-1][0]))
    times = [row[COLUMN] for row in rows]
    across = Scale(4, max(last, 5), LEFT, WIDTH - RIGHT)
    up = Scale(
        math.floor(math.log10(min(times))), math.ceil(math.log10(max(times))), HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="13" fill="#222">',
        "<title>全部待遇核定一遍的时间 · Time to determine every benefit once</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        text(
            WIDTH / 2, 26, "全部文件的全部待遇核定一遍 · Every benefit of all documents, once",
            extra=' font-size="16"'),
    ]
    for workers in across.powers():
        x = across(workers)
        parts.append(f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        parts.append(text(x, HEIGHT - BOTTOM + 20, f"{workers:,}"))
    for milliseconds in up.powers():
        y = up(milliseconds)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(text(LEFT - 8, y + 4, f"{milliseconds:,g}", "end"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 18, "工人数 · workers"))
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(text(
        22, middle, "毫秒 · milliseconds", extra=f' transform="rotate(-90 22 {middle:.1f})"'))
    # What would be proportional to the greatest city, then what was measured.
    share = rows[-1][COLUMN] / rows[-1][0]
    guide = [(across(row[0]), up(max(row[0] * share, 10 ** up.low))) for row in rows]
    points = [(across(row[0]), up(row[COLUMN])) for row in rows]
    for place, (line, colour, dashes, label) in enumerate([
            (points, COLOUR, "", "一个线程，处理器时间 · one thread, processor time"),
            (guide, GUIDE, "3 4", "与人数成正比 · proportional to workers")]):
        drawn = f'stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}" fill="none"'
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in line)
        parts.append(f'<path d="M{path}" {drawn}/>')
        y = TOP + 18 + 20 * place
        parts.append(f'<path d="M{LEFT + 14} {y}h28" {drawn}/>')
        parts.append(text(LEFT + 50, y + 4, label, "start"))
    for (x, y), row in zip(points, rows):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{COLOUR}"/>')
        value = row[COLUMN]
        shown = f"{value:,.0f}" if value >= 20 else f"{value:.1f}"
        # Beside the axis it would stand on its numbers.
        anchor = "start" if x == LEFT else "middle"
        parts.append(text(x, y - 12, shown, anchor, f' fill="{COLOUR}"'))
    return "\n".join(parts + ["</svg>"]) + "\n"


if __name__ == "__main__":
    tool, home, largest = sys.argv[1:4]
    rows = measure(tool, home, int(largest))
    print(table(rows), end="")
    if "--write" in sys.argv[4:]:
        (DOCUMENTATION / "city-curve.tsv").write_text(table(rows), encoding="utf-8")
        (DOCUMENTATION / "city-curve.svg").write_text(picture(rows), encoding="utf-8")

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
    "median processor ms, 1 thread", "least ms, 2 threads", "median processor ms, 2 threads"]


def measure(tool, home, largest):
    """One row a size, in the order of HEAD; each size is a program of its own, for its memory."""
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
            [f"{number:.0f}" for number in row[:3]] + [f"{number:.2f}" for number in row[3:]]))
    return "\n".join(lines) + "\n"


# The picture: workers across, milliseconds up, both in powers of ten.

WIDTH, HEIGHT = 720, 440
LEFT, RIGHT, TOP, BOTTOM = 84, 56, 64, 72
SERIES = [  # column of the table, colour, dashes, label
    (4, "#1f5fa8", "", "一个线程，处理器时间，中位数 · one thread, processor time, median"),
    (5, "#b4471f", "6 4", "两个线程，时钟，最快一遍 · two threads, on the clock, the fastest run"),
]


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
    times = [row[column] for row in rows for column, *_ in SERIES]
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
    for place, (column, colour, dashes, label) in enumerate(SERIES):
        points = [(across(row[0]), up(row[column]), row[column]) for row in rows]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in points)
        line = f'stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}" fill="none"'
        parts.append(f'<path d="M{path}" {line}/>')
        for row, (x, y, value) in zip(rows, points):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>')
            shown = f"{value:,.0f}" if value >= 20 else f"{value:.1f}"
            # The greater value stands above its point, the smaller one below.
            below = -10 if value == max(row[column] for column, *_ in SERIES) else 20
            # Beside the axis they would stand on its numbers.
            anchor = "start" if x == LEFT else "middle"
            parts.append(text(x, y + below, shown, anchor, f' fill="{colour}"'))
        y = TOP + 18 + 20 * place
        parts.append(f'<path d="M{LEFT + 14} {y}h28" {line}/>')
        parts.append(text(LEFT + 50, y + 4, label, "start"))
    return "\n".join(parts + ["</svg>"]) + "\n"


if __name__ == "__main__":
    tool, home, largest = sys.argv[1:4]
    rows = measure(tool, home, int(largest))
    print(table(rows), end="")
    if "--write" in sys.argv[4:]:
        (DOCUMENTATION / "city-curve.tsv").write_text(table(rows), encoding="utf-8")
        (DOCUMENTATION / "city-curve.svg").write_text(picture(rows), encoding="utf-8")

/// Draws tables of figures with Chart.js, each above its table. Whoever has no scripts, or cannot
/// see the picture, has the table.
package enum ChartScript {
  /// Changes whenever the text does, so that browsers may keep it for ever.
  package static let path = "/assets/charts-\(fingerprint(of: text)).js"

  package static let text = """
    "use strict";
    addEventListener("DOMContentLoaded", () => {
      const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name);
      Chart.defaults.animation = false;
      Chart.defaults.color = colour("--soft");
      Chart.defaults.borderColor = colour("--line");
      Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
      Chart.defaults.font.size = 14;
      for (const table of document.querySelectorAll("table[data-drawn]")) {
        const column = Number(table.dataset.drawn);
        const rows = [...table.tBodies[0].rows].filter(row => !row.classList.contains("total"));
        const value = row => row.cells[column].dataset.value;
        // Nothing is drawn where there is nothing to compare.
        if (!rows.some(row => Number(value(row)) > 0)) continue;
        const title = document.getElementById(table.getAttribute("aria-labelledby")).textContent;
        const label = table.tHead.rows[0].cells[column].textContent;
        const canvas = document.createElement("canvas");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", title + " – " + label);
        const frame = document.createElement("div");
        frame.className = "plot";
        // Room for a line of text beside every bar: one without its name would be taken for another.
        frame.style.height = rows.length * 1.75 + 5 + "rem";
        frame.append(canvas);
        table.parentElement.before(frame);
        new Chart(canvas, {
          type: "bar",
          data: {
            labels: rows.map(row => row.cells[0].textContent),
            datasets: [{
              label,
              data: rows.map(row => value(row) === undefined ? null : Number(value(row))),
              backgroundColor: colour("--act"), maxBarThickness: 28,
            }],
          },
          options: {
            indexAxis: "y", maintainAspectRatio: false,
            plugins: { legend: { display: false } },
            scales: {
              x: { title: { display: true, text: label } },
              y: { grid: { display: false }, ticks: { autoSkip: false } },
            },
          },
        });
      }
    });

    """
}

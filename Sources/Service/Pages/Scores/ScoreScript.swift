/// Keeps the totals of a score sheet up to date while somebody types; without it a button does.
package enum ScoreScript {
  /// Changes whenever the text does, so that browsers may keep it for ever.
  package static let path = "/assets/scores-\(fingerprint(of: text)).js"

  package static let text = """
    "use strict";
    addEventListener("DOMContentLoaded", () => {
      const form = document.querySelector("form.scores");
      if (!form) return;
      // Ten-thousandths are whole numbers: points are added up exactly.
      const units = text => {
        const value = text.trim();
        return /^-?\\d+(\\.\\d{1,4})?$/.test(value) ? Math.round(Number(value) * 10000) : 0;
      };
      const show = () => {
        const sums = { all: 0 };
        for (const input of form.querySelectorAll("[data-part]")) {
          const points = units(input.value);
          sums[input.dataset.part] = (sums[input.dataset.part] || 0) + points;
          sums.all += points;
        }
        for (const place of document.querySelectorAll("[data-total]"))
          place.textContent = String((sums[place.dataset.total] || 0) / 10000);
      };
      form.addEventListener("input", show);
      show();
    });

    """
}

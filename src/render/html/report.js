"use strict";
// Sorts a table by a column. Without this script, the tables keep the order of the report.
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  if (!body || body.rows.length < 3) continue;
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const headers = Array.from(table.tHead.rows[0].cells);
  const key = (row, column) => {
    const cell = row.cells[column];
    if (!cell || cell.querySelector(".none")) return null;
    const value = cell.dataset.value;
    return value === undefined ? cell.textContent.trim() : Number(value);
  };
  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
  headers.forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const descending = header.getAttribute("aria-sort") === "ascending";
      headers.forEach((other) => other.removeAttribute("aria-sort"));
      header.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const rows = Array.from(body.rows, (row) => ({ row, value: key(row, column) }));
      rows.sort((a, b) => {
        // What is not known stays last, whatever the direction.
        if (a.value === null || b.value === null) return (a.value === null) - (b.value === null);
        return descending ? compare(b.value, a.value) : compare(a.value, b.value);
      });
      body.append(...rows.map((one) => one.row));
    });
  });
}
// On paper, nothing stays folded.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
    details.dataset.folded = "";
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details[data-folded]")) {
    details.open = false;
    delete details.dataset.folded;
  }
});

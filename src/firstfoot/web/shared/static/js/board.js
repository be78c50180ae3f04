// Dragging a card does what its "Move to" menu does: a drop presses the entry of that menu. Without this file the menu remains.
"use strict";
(() => {
  const board = document.querySelector("[data-board]");
  if (!board) return;
  let held = null;
  const entry = (column) => held && column && held.querySelector(`[data-to="${column.dataset.column}"]`);
  for (const card of board.querySelectorAll("[data-card]:has([data-to])")) card.draggable = true;
  board.addEventListener("dragstart", (e) => { held = e.target.closest("[data-card]"); });
  board.addEventListener("dragend", () => { held = null; });
  board.addEventListener("dragover", (e) => { if (entry(e.target.closest("[data-column]"))) e.preventDefault(); });
  board.addEventListener("drop", (e) => {
    const found = entry(e.target.closest("[data-column]"));
    if (found) { e.preventDefault(); found.click(); }
  });
})();

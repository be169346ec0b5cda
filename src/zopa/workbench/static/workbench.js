"use strict";
// What a reply wants said aloud comes in a header; it is text, never markup.
document.addEventListener("htmx:afterRequest", (event) => {
  const said = event.detail.xhr && event.detail.xhr.getResponseHeader("X-Zopa-Said");
  if (said) document.getElementById("said").textContent = decodeURIComponent(said);
});
// A refusal is a page with one message; show the message where one is.
document.addEventListener("htmx:responseError", (event) => {
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const told = page.querySelector("h1");
  document.getElementById("said").textContent = told ? told.textContent : event.detail.xhr.responseText.slice(0, 300);
});
document.addEventListener("htmx:sendError", () => {
  document.getElementById("said").textContent = "The workbench does not answer. Is it still running?";
});
// Keys: a control that has data-key is pressed by that key, unless one is typing or holding a modifier.
const KEY_NAMES = { " ": "space", Enter: "enter", Tab: "tab", Backspace: "backspace", Escape: "escape",
  ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };
document.addEventListener("keydown", (event) => {
  const at = event.target, typing = at.closest("input, textarea, select, dialog[open]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  const key = KEY_NAMES[event.key] || event.key;
  if ((key === "enter" || key === "space") && at.closest("a, button, summary")) return;
  if (document.querySelector(".htmx-request")) { event.preventDefault(); return; }
  const control = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!control) return;
  event.preventDefault();
  if (control.dataset.opens) document.getElementById(control.dataset.opens).showModal();
  else if (control.dataset.finds) {
    const field = document.querySelector("[data-focus='" + control.dataset.finds + "']"), folded = field.closest("details");
    if (folded) folded.open = true;
    field.focus();
  } else {
    control.click();
    const first = control.localName === "summary" && control.parentElement.open && control.parentElement.querySelector("select, textarea");
    if (first) first.focus();
  }
});
// The words of the statement come into view inside their own pane.
const intoView = () => {
  const here = document.getElementById("here"), sheet = here && here.closest(".sheet");
  if (!here) return;
  const pane = sheet.scrollHeight > sheet.clientHeight ? sheet : null;
  if (pane) pane.scrollTop += here.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
};
document.addEventListener("DOMContentLoaded", intoView);
document.addEventListener("htmx:afterSettle", intoView);
// Words selected in the article are taken by the open form that asks for some: as places counted in code points.
const placeOf = (node, offset) => {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!holder) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : offset ? holder.textContent : "";
  return Number(holder.dataset.start) + [...before].length;
};
document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection(), text = document.getElementById("text");
  if (!text || chosen.isCollapsed || !chosen.rangeCount) return;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  const start = placeOf(range.startContainer, range.startOffset), end = placeOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return;
  const fill = (kind, value) => document.querySelectorAll("details[open] [data-takes='" + kind + "']").forEach((field) => { field.value = value; });
  fill("spans", start + "-" + end);
  fill("words", chosen.toString());
});
// What is typed over selected words counts instead of their place.
document.addEventListener("input", (event) => {
  if (event.target.matches("[data-takes='words']")) event.target.parentElement.querySelector("[data-takes='spans']").value = "";
});
// When a reading has ended under our eyes, the page is loaded anew with what it found.
document.addEventListener("htmx:afterSwap", () => {
  const ended = document.querySelector("#progress[data-ended]");
  if (ended && window.location.pathname === "/articles") window.location.reload();
});

// The views without a server: the day under the slider, the value beside a range, lines of the case file.
"use strict";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

function dayInWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

// The slider steps from one day with coverage to the next; what is sent is the day itself.
document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.id === "day") {
    const day = field.dataset.days.split(" ")[Number(field.value)];
    document.getElementById("as_of").value = day;
    field.setAttribute("aria-valuetext", dayInWords(day));
  } else if (field.id === "as_of") {
    const slider = document.getElementById("day");
    const days = slider ? slider.dataset.days.split(" ") : [];
    const earlier = days.filter((day) => day <= field.value);
    if (slider && earlier.length) slider.value = String(earlier.length - 1);
  } else if (field.type === "range" && field.nextElementSibling?.tagName === "OUTPUT") {
    field.nextElementSibling.value = field.value;
  } else if (field.id === "yaml") {
    const note = document.getElementById("unsaved");
    if (note) note.hidden = false;
  }
}, true);

// A diagnostic leads to its line.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-line]");
  const text = document.getElementById("yaml");
  if (!button || !text) return;
  const lines = text.value.split("\n");
  const at = Math.min(Number(button.dataset.line), lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
  text.focus({ preventScroll: true });
  text.setSelectionRange(start, start + lines[at].length);
  text.scrollTop = Math.max(0, (at - 6) * parseFloat(getComputedStyle(text).lineHeight));
});

// What a refused form held goes back into that form; without a script it stands in a list above the forms.
function giveBack() {
  const list = document.getElementById("typed");
  if (!list) return;
  const typed = Object.fromEntries([...list.querySelectorAll("[data-field]")].map((one) => [one.dataset.field, one.textContent]));
  const form = [...document.querySelectorAll("form[action='/case/edit']")].find((one) =>
    [...one.querySelectorAll("[type=hidden]")].every((field) => ["token", "version"].includes(field.name) || typed[field.name] === field.value)
    && Object.keys(typed).every((name) => one.elements.namedItem(name)));
  if (!form) return;
  const fields = [...form.elements].filter((field) => field.name && !["hidden", "submit"].includes(field.type));
  for (const field of fields) {
    if (field.type === "checkbox") field.checked = field.name in typed;
    else if (field.name in typed) field.value = typed[field.name];
  }
  for (let at = form.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  list.hidden = true;
  fields[0]?.focus();
}
document.addEventListener("DOMContentLoaded", giveBack);

// The address of a scenario is whole, so that it can be sent as it is.
function wholeAddress() {
  for (const field of document.querySelectorAll("[data-address]")) {
    if (field.value.startsWith("/")) field.value = location.origin + field.value;
  }
}
document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("[data-address]")) event.target.select();
});
document.addEventListener("htmx:afterSettle", wholeAddress);
document.addEventListener("DOMContentLoaded", wholeAddress);
wholeAddress();

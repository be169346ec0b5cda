"use strict";
// The map's slider shows one of its states at a time. It listens at the document, so a map put in place later works too.
document.addEventListener("input", (event) => {
  const slider = event.target;
  if (slider.id !== "stop") return;
  for (const state of document.querySelectorAll("#map [data-state]")) {
    if (state.dataset.state === slider.value) state.removeAttribute("display");
    else state.setAttribute("display", "none");
  }
  const stops = slider.closest(".stops"), name = stops.dataset.stops.split("|")[Number(slider.value)];
  document.getElementById("stop-name").textContent = name;
  slider.setAttribute("aria-valuetext", name);
});

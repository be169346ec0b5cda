(() => {
  "use strict";
  const stops = document.querySelector(".stops");
  const map = document.getElementById("map");
  if (!stops || !map) return;

  const names = stops.dataset.stops.split("|");
  const slider = stops.querySelector("input");
  const name = stops.querySelector("output");
  const states = [...map.querySelectorAll("[data-state]")];
  const show = () => {
    for (const state of states) {
      if (state.dataset.state === slider.value) state.removeAttribute("display");
      else state.setAttribute("display", "none");
    }
    name.textContent = names[Number(slider.value)];
    slider.setAttribute("aria-valuetext", name.textContent);
  };
  slider.addEventListener("input", show);
  show();
  stops.hidden = names.length < 2;
})();

(() => {
  "use strict";
  document.documentElement.classList.add("scripted");
  document.querySelectorAll(".pairs button").forEach((button) =>
    button.addEventListener("click", () => {
      const chosen = button.getAttribute("aria-controls");
      document.querySelectorAll(".pairs button").forEach((one) => one.setAttribute("aria-pressed", one === button));
      document.querySelectorAll(".pair").forEach((one) => one.classList.toggle("chosen", one.id === chosen));
    }),
  );

  const peek = document.getElementById("peek");
  const peeked = document.getElementById("peeked");
  if (!peek || !peek.showPopover) return;

  const show = (statement) => {
    const copy = statement.cloneNode(true);
    copy.removeAttribute("id");
    const number = copy.querySelector(".number");
    const place = document.createElement("a");
    place.className = "place";
    place.href = "#" + statement.id;
    place.textContent = number.textContent;
    place.title = "in its article";
    number.replaceChildren(place);
    peeked.replaceChildren(copy);
    peek.showPopover();
  };
  const go = (target) => {
    document.querySelectorAll(":popover-open").forEach((panel) => panel.hidePopover());
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    if (!link.classList.contains("ref")) return go(target);
    event.preventDefault();
    show(target);
  });

  const opened = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details.printed:not([open])").forEach((box) => {
      box.open = true;
      opened.push(box);
    });
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((box) => (box.open = false)));
})();

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

  // A cell under the pointer or the focus shows its first words at once; a click, a tap or Enter opens all of them.
  const hint = document.getElementById("hint");
  let waiting = 0;
  const hide = () => {
    clearTimeout(waiting);
    if (hint.matches(":popover-open")) hint.hidePopover();
  };
  const hintOf = (cell) => {
    const panel = document.getElementById(cell.getAttribute("popovertarget"));
    const statements = [...panel.querySelectorAll(".statement")];
    if (!statements.length || document.querySelector(".panel:popover-open")) return;
    const lines = statements.slice(0, 2).map((statement) => {
      const line = document.createElement("div");
      const words = document.createElement("p");
      line.className = "hinted";
      words.className = "words";
      const marked = [...statement.querySelectorAll("mark.content")].map((mark) => mark.textContent.trim());
      words.textContent = marked.length ? "“" + marked.join(" … ").replace(/^[“”"]+|[“”"]+$/g, "") + "”" : "";
      line.append(words, statement.querySelector(".chain").cloneNode(true));
      return line;
    });
    const more = document.createElement("p");
    more.className = "quiet";
    more.textContent = statements.length > 2 ? `and ${statements.length - 2} more: open the cell` : "Open the cell for the sentences around";
    hint.replaceChildren(...lines, more);
    hint.showPopover();
    place(cell);
  };
  const place = (cell) => {
    const box = cell.getBoundingClientRect();
    const below = box.bottom + hint.offsetHeight + 8 < innerHeight || box.top < hint.offsetHeight + 8;
    hint.style.left = Math.max(8, Math.min(box.left, innerWidth - hint.offsetWidth - 8)) + "px";
    hint.style.top = (below ? box.bottom + 2 : box.top - hint.offsetHeight - 2) + "px";
  };
  const after = (wait, action) => {
    clearTimeout(waiting);
    waiting = setTimeout(action, wait);
  };
  document.querySelectorAll("button.cell").forEach((cell) => {
    cell.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && after(220, () => hintOf(cell)));
    cell.addEventListener("pointerleave", () => after(180, hide));
    cell.addEventListener("focus", () => cell.matches(":focus-visible") && hintOf(cell));
    cell.addEventListener("blur", hide);
    cell.addEventListener("click", hide);
  });
  hint.addEventListener("pointerenter", () => clearTimeout(waiting));
  hint.addEventListener("pointerleave", () => after(180, hide));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  // Going to a cell by keyboard may scroll it into view: its words then stay with it.
  const follow = () => {
    const cell = document.activeElement;
    const focused = cell && cell.matches("button.cell:focus-visible") && hint.matches(":popover-open");
    focused ? place(cell) : hide();
  };
  addEventListener("scroll", follow, { passive: true });

  const opened = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details.printed:not([open])").forEach((box) => {
      box.open = true;
      opened.push(box);
    });
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((box) => (box.open = false)));
})();

// Narrows long lists of tick boxes, and looks up names for lists that are too long to print.
(() => {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function filterList(root) {
    const box = root.querySelector("[data-choices-filter]");
    const count = root.querySelector("[data-choices-count]");
    const items = [...root.querySelectorAll(".choices__item")].map((item) => [item, plain(item.textContent)]);
    box.addEventListener("input", (event) => {
      // What is typed here is no change of the record.
      event.stopPropagation();
      const wanted = plain(box.value.trim());
      for (const [item, text] of items) item.hidden = !text.includes(wanted);
    });
    box.addEventListener("change", (event) => event.stopPropagation());
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    root.addEventListener("change", () => { count.value = root.querySelectorAll("input:checked").length; });
  }

  function suggest(root) {
    const box = root.querySelector("[data-suggest-box]");
    const found = root.querySelector(".choices__found");
    const chosen = root.querySelector("[data-suggest-chosen]");
    const { suggestName, suggestRemove, suggestNone } = root.dataset;
    let current = -1;
    let timer;

    const close = () => { found.hidden = true; current = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
    const changed = () => chosen.dispatchEvent(new Event("change", { bubbles: true }));

    function choose(option) {
      if (![...chosen.querySelectorAll("input")].some((input) => input.value === option.dataset.id)) {
        const item = document.createElement("li");
        const input = Object.assign(document.createElement("input"), { type: "hidden", name: suggestName, value: option.dataset.id });
        const label = Object.assign(document.createElement("span"), { textContent: option.textContent });
        const drop = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
        drop.setAttribute("aria-label", `${suggestRemove}: ${option.textContent}`);
        drop.dataset.suggestDrop = "";
        item.append(input, label, drop);
        chosen.append(item);
        changed();
      }
      box.value = "";
      close();
      box.focus();
    }

    function show(items) {
      found.replaceChildren(...items.map(({ id, label }, index) => {
        const option = Object.assign(document.createElement("li"), { id: `${found.id}-${index}`, textContent: label });
        option.setAttribute("role", "option");
        option.dataset.id = id;
        option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(option); });
        return option;
      }));
      if (!items.length) found.append(Object.assign(document.createElement("li"), { textContent: suggestNone }));
      found.hidden = false;
      box.setAttribute("aria-expanded", "true");
    }

    async function look() {
      const url = new URL(root.dataset.suggest, window.location.href);
      url.searchParams.set("q", box.value.trim());
      const answer = await fetch(url, { headers: { Accept: "application/json" } });
      if (answer.ok) show((await answer.json()).items);
    }

    function move(step) {
      const options = [...found.querySelectorAll("[role=option]")];
      if (!options.length) return;
      current = (current + step + options.length) % options.length;
      options.forEach((option, index) => option.setAttribute("aria-selected", String(index === current)));
      box.setAttribute("aria-activedescendant", options[current].id);
      options[current].scrollIntoView({ block: "nearest" });
    }

    for (const kind of ["input", "change"]) box.addEventListener(kind, (event) => event.stopPropagation());
    box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 180); });
    box.addEventListener("focus", look);
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
      if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
      if (event.key === "Escape") close();
      if (event.key === "Enter") {
        event.preventDefault();
        const option = found.querySelector("[aria-selected=true]") ?? found.querySelector("[role=option]");
        if (option && !found.hidden) choose(option);
      }
    });
    chosen.addEventListener("click", (event) => {
      const drop = event.target.closest("[data-suggest-drop]");
      if (drop) { drop.closest("li").remove(); changed(); box.focus(); }
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-choices]").forEach(filterList);
    document.querySelectorAll("[data-suggest]").forEach(suggest);
  });
})();

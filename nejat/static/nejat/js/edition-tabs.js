// Edition tabs of the admin's forms: shows one fieldset.edition-tab at a time as an ARIA tab
// panel. Owns the panels and the tab list it puts before the first one, remembers the chosen edition in
// localStorage, opens the first edition with an error or that of an address like …#edition-fa, mirrors
// each state in a dot, and moves the steps of the shown edition into the bar at the bottom.
// Without it all editions stand below each other and the form works the same.
"use strict";
{
  const REMEMBER = "nejat.edition-tab";

  // A fieldset may not itself be a tab panel, so each is put into one that knows its edition.
  const makePanel = (fieldset) => {
    const panel = document.createElement("div");
    panel.dataset.code = fieldset.className.match(/\bedition-(?!tab\b)(\w+)/)[1];
    panel.id = `edition-panel-${panel.dataset.code}`;
    panel.setAttribute("role", "tabpanel");
    fieldset.before(panel);
    panel.append(fieldset);
    return panel;
  };

  const remembered = () => {
    try {
      return localStorage.getItem(REMEMBER);
    } catch {
      return null; // storage may be switched off; the first edition is shown
    }
  };

  const remember = (code) => {
    try {
      localStorage.setItem(REMEMBER, code);
    } catch {
      // nothing to do: the choice is only not remembered
    }
  };

  const makeTab = (panel) => {
    const { code } = panel.dataset;
    const heading = panel.querySelector("h2");
    const field = panel.querySelector("[lang]");
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `edition-tab-${code}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.lang = field?.lang ?? code;
    tab.dir = field?.dir ?? "auto";
    tab.textContent = heading?.textContent.trim() ?? code;
    const places = `#${panel.id} .errorlist, .edition-words.edition-${code} .errorlist`;
    tab.classList.toggle("has-errors", Boolean(document.querySelector(places)));
    panel.setAttribute("aria-labelledby", tab.id);
    return tab;
  };

  const titleOf = (panel) => panel.querySelector("input[name^='title_'], input[name^='name_']");

  const showState = (tab, saved) => {
    if (!saved) return;
    const dot = document.createElement("span");
    dot.className = `dot dot-${saved.phase}`;
    dot.title = saved.words;
    tab.prepend(dot);
  };

  const init = () => {
    const panels = [...document.querySelectorAll("fieldset.edition-tab")].map(makePanel);
    if (!panels.length) return;
    const list = document.createElement("div");
    list.className = "edition-tabs";
    list.setAttribute("role", "tablist");
    const tabs = panels.map(makeTab);
    const phases = JSON.parse(document.getElementById("edition-phases")?.textContent ?? "{}");

    // The steps of an edition stand in the bar that stays in view.
    const bar = document.querySelector(".action-bar .steps-shown");
    for (const steps of document.querySelectorAll(".steps[data-code]")) {
      if (!steps.closest(".form-row").querySelector(".errorlist")) steps.closest(".form-row").hidden = true;
      bar?.append(steps);
    }

    // Rows below the tabs may have words of their own in each edition.
    const showWords = (code) => {
      for (const words of document.querySelectorAll("fieldset.edition-words")) {
        words.hidden = !words.classList.contains(`edition-${code}`);
      }
      for (const part of document.querySelectorAll(".of-edition")) {
        part.hidden = part.dataset.code !== code;
      }
      for (const part of document.querySelectorAll(".beside-others")) {
        part.hidden = part.dataset.code === code;
      }
    };
    let shown = 0;
    document.addEventListener("formset:added", () => showWords(panels[shown].dataset.code));

    const show = (index, focus = false) => {
      shown = index;
      showWords(panels[index].dataset.code);
      panels.forEach((panel, i) => {
        panel.hidden = i !== index;
        tabs[i].setAttribute("aria-selected", String(i === index));
        tabs[i].tabIndex = i === index ? 0 : -1;
      });
      if (focus) tabs[index].focus();
    };

    // What somebody chooses is what comes back after saving, whatever the address named before.
    const choose = (index, focus = false) => {
      show(index, focus);
      remember(panels[index].dataset.code);
      if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
    };

    const step = (event, index) => {
      const forward = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const moves = { Home: 0, End: tabs.length - 1 };
      if (event.key.startsWith("Arrow") && /Left|Right/.test(event.key)) {
        const by = event.key === forward ? 1 : -1;
        moves[event.key] = (index + by + tabs.length) % tabs.length;
      }
      if (!(event.key in moves)) return;
      event.preventDefault();
      choose(moves[event.key], true);
    };

    tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => choose(index));
      tab.addEventListener("keydown", (event) => step(event, index));
      showState(tab, phases[panels[index].dataset.code]);
    });
    list.append(...tabs);
    panels[0].before(list);

    const faulty = tabs.findIndex((tab) => tab.classList.contains("has-errors"));
    const isNew = !panels.some((panel) => titleOf(panel)?.value);
    const find = (code) =>
      panels.findIndex((p) => p.dataset.code === code && (isNew || titleOf(p)?.value));
    const written = panels.findIndex((panel) => titleOf(panel)?.value);
    const named = panels.findIndex((panel) => location.hash === `#edition-${panel.dataset.code}`);
    const wanted = [faulty, named, find(remembered()), find(document.documentElement.lang), written];
    const first = wanted.find((index) => index >= 0) ?? 0;
    show(first);
    if (isNew && faulty < 0) titleOf(panels[first])?.focus();
  };

  document.addEventListener("DOMContentLoaded", init);
}

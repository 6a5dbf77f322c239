// What is typed into the form of a work is kept on the server a few seconds later, edition by edition,
// without being saved; readers see nothing of it. Tells who else is typing. Owns the line .kept of
// the bar; pauses while the server does not answer, and says so.
"use strict";
{
  const WAIT = 4000;
  const ASK = 30000;

  document.addEventListener("DOMContentLoaded", () => {
    const addresses = JSON.parse(document.getElementById("keep-addresses")?.textContent ?? "{}");
    const line = document.querySelector(".action-bar .kept");
    const form = line?.closest("form");
    if (!form || !Object.keys(addresses).length) return;
    const waiting = {};
    let isLeaving = false;

    const say = (words, isBad = false) => {
      line.textContent = words;
      line.classList.toggle("kept-bad", isBad);
    };

    const ask = async (code, body) => {
      try {
        const headers = { Accept: "application/json" };
        const method = body ? "POST" : "GET";
        const token = form.elements.csrfmiddlewaretoken;
        let answer = await fetch(addresses[code], { method, body, headers });
        const fresh = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
        if (answer.status === 403 && body && fresh && fresh !== token.value) {
          token.value = fresh; // somebody signed in again in another tab
          body.set(token.name, fresh);
          answer = await fetch(addresses[code], { method, body, headers });
        }
        if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
        const { kept, others } = await answer.json();
        say([others, kept].filter(Boolean).join(" "));
      } catch {
        if (!isLeaving) say(document.getElementById("not-kept").content.textContent, true);
      }
    };

    const keep = (code) => {
      const sent = new FormData();
      sent.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      for (const [name, value] of new FormData(form)) {
        const isMeant = name === "opened" || name.endsWith(`_${code}`);
        if (isMeant && typeof value === "string") sent.append(name, value);
      }
      return ask(code, sent);
    };

    form.addEventListener("input", (event) => {
      const { code } = event.target.closest("[role=tabpanel]")?.dataset ?? {};
      if (!(code in addresses)) return;
      clearTimeout(waiting[code]);
      waiting[code] = setTimeout(() => keep(code), WAIT);
    });
    form.addEventListener("submit", (event) => {
      if (event.submitter?.formTarget) return; // a preview, beside which one goes on typing
      isLeaving = true;
      Object.values(waiting).forEach(clearTimeout);
    });

    const shown = () => document.querySelector("[role=tabpanel]:not([hidden])")?.dataset.code;
    const look = () => {
      if (!document.hidden && shown() in addresses) ask(shown());
    };
    setInterval(look, ASK);
    // Going back to the form of a new work would fill in what was saved, as another new one.
    if (form.elements.begun) form.autocomplete = "off";
    // A new work that was refused stands nowhere but in this form.
    const isRefused = form.elements.begun && document.querySelector(".errornote");
    Promise.all(isRefused ? Object.keys(addresses).map(keep) : []).then(look);
  });
}

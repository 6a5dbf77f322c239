// The queue of comments by keys: j and k move, a, r and s decide on the comment in hand, u takes the
// last decision back; nothing is rejected without a reason, by keys or by mouse. Owns the line that
// explains the keys and the one beside the reason. Without it comments are ticked and the actions
// chosen as in any list, and the server asks for the reason.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const line = document.getElementById("queue-keys");
  const form = document.getElementById("changelist-form");
  if (!line || !form) return;

  const PLACE = "comments-place";
  const OFF = "comments-keys-off";
  const boxes = [...form.querySelectorAll(".action-select")];
  const action = form.querySelector("select[name=action]");
  const reason = form.querySelector("select[name=reason]");
  const said = document.getElementById("queue-said");
  const keys = line.querySelector("input");
  let place = -1;

  const current = () => boxes[place];

  const moveTo = (wanted) => {
    if (!boxes.length) return;
    current()?.closest("tr").classList.remove("in-hand");
    place = Math.min(Math.max(wanted, 0), boxes.length - 1);
    current().closest("tr").classList.add("in-hand");
    current().focus();
    current().closest("tr").scrollIntoView({ block: "nearest" });
  };

  const prepare = (name) => {
    for (const box of boxes) box.checked = box === current();
    current().dispatchEvent(new Event("change", { bubbles: true }));
    action.value = name;
    sessionStorage.setItem(PLACE, place);
  };

  const decide = (name) => {
    if (!current()) return;
    prepare(name);
    form.querySelector(".actions button[type=submit]").click();
  };

  const askForReason = (words) => {
    said.textContent = said.dataset[words];
    reason.focus();
  };

  const reject = () => {
    if (!current()) return;
    prepare("reject");
    askForReason("choose");
  };

  const undo = () => {
    sessionStorage.setItem(PLACE, Math.max(place, 0));
    document.getElementById("queue-undo").requestSubmit();
  };

  const deeds = {
    j: () => moveTo(place + 1),
    k: () => moveTo(place - 1),
    a: () => decide("approve"),
    s: () => decide("mark_spam"),
    r: reject,
    u: undo,
  };

  // On a Persian or Arabic keyboard the place of the key counts, not its letter.
  const keyOf = (event) => (/^[a-z]$/i.test(event.key) ? event.key : event.code.replace("Key", "")).toLowerCase();
  const isTyping = (target) => target.matches("input:not([type=checkbox]), select, textarea");

  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const deed = deeds[keyOf(event)];
    if (!deed || isTyping(event.target)) return;
    event.preventDefault();
    deed();
  });

  reason.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || action.value !== "reject") return;
    event.preventDefault();
    decide("reject");
  });

  form.addEventListener("submit", (event) => {
    if (action.value !== "reject" || reason.value) return;
    event.preventDefault();
    askForReason("missing");
  });

  form.addEventListener("focusin", (event) => {
    if (boxes.includes(event.target) && event.target !== current()) moveTo(boxes.indexOf(event.target));
  });

  keys.checked = !localStorage.getItem(OFF);
  keys.addEventListener("change", () => {
    if (keys.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });

  reason.closest("label").after(said);
  reason.setAttribute("aria-describedby", said.id);
  line.hidden = false;
  const kept = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (kept !== null) moveTo(Number(kept));
});

// Results as one types: the same page is fetched, and its results take the place of these.
// Without it the form works with its button. What a reader may have meant takes the server long to
// find out, so it is asked for when nothing was found and the typing has ended.
const form = document.querySelector("[data-search-form]");
const results = document.querySelector("[data-search-results]");
const status = document.querySelector("[data-search-status]");
const PAUSE = 250;
const END = 1000;
const SHORTEST = 3; // from so many letters on, the beginning of a word finds it
let timer;
let asking;

const address = () => `${form.action}?${new URLSearchParams(new FormData(form))}`;

const isTooShort = () => {
  const letters = [...form.elements.q.value.trim()].length;
  return letters > 0 && letters < SHORTEST;
};

async function search(headers = { "X-As-Typed": "1" }) {
  asking?.abort();
  asking = new AbortController();
  const url = address();
  results.ariaBusy = "true";
  try {
    const response = await fetch(url, { signal: asking.signal, headers });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    results.replaceChildren(...page.querySelector("[data-search-results]").childNodes);
    status.textContent = page.querySelector("[data-search-status]").textContent.trim();
    document.title = page.title;
    history.replaceState(history.state, "", url);
    results.ariaBusy = "false";
    const isOpen = "X-As-Typed" in headers && form.elements.q.value && !results.querySelector(".hit");
    if (isOpen) timer = setTimeout(search, END, {});
  } catch (error) {
    if (error.name === "AbortError") return; // a newer question is on its way
    results.ariaBusy = "false"; // the button still works
  }
}

// What is left empty stays out of the address, whether it is made here or by the browser.
form.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});

form.addEventListener("input", () => {
  clearTimeout(timer);
  if (!isTooShort()) timer = setTimeout(search, PAUSE);
});

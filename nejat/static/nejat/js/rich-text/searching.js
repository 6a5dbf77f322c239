// Finds works of ours while one types: a search field, and the list of what was found below it.

const PAUSE = 250; // milliseconds after the last key

export const askWorks = async (tools, parameters) => {
  const address = `${tools.works}?${new URLSearchParams(parameters)}`;
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return (await answer.json()).works;
};

export const titleOf = ({ title, lang }) => {
  const words = document.createElement("bdi");
  words.textContent = title;
  words.lang = lang;
  words.dir = "auto";
  return words;
};

const choiceOf = (work, choose) => {
  const line = document.createElement("li");
  const button = document.createElement("button");
  const facts = document.createElement("small");
  facts.textContent = `${work.kind} · ${work.phase}`;
  button.type = "button";
  button.append(titleOf(work), " ", facts);
  button.addEventListener("click", () => choose(work));
  line.append(button);
  return line;
};

// `asked` are the parameters beside the words; returns what forgets the last search.
export const searchWorks = (dialog, tools, asked, choose) => {
  const { q } = dialog.querySelector("form").elements;
  const list = dialog.querySelector(".rich-works");
  let timer;

  const find = async (words) => {
    let lines = [];
    let said = "";
    try {
      const works = words ? await askWorks(tools, { q: words, ...asked() }) : [];
      lines = works.map((work) => choiceOf(work, choose));
      if (words && !lines.length) said = tools.words.nothing;
    } catch {
      said = tools.words.silent;
    }
    if (words !== q.value.trim()) return; // more was typed meanwhile
    list.replaceChildren(...lines, said);
  };

  q.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => find(q.value.trim()), PAUSE);
  });
  q.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // it would press the first button
  });
  return () => {
    clearTimeout(timer);
    q.value = "";
    list.replaceChildren();
  };
};

// What is pasted from elsewhere comes from the server as a body may hold it. The server knows the
// habits of word processors and has the one list of what is allowed.
import { holding, htmlOf, prepare } from "./markup.js";

const OWN = /\bdata-pm-slice=/; // cut or copied in an editor like this one
const TOO_LARGE = 413;

const ask = (tools, body) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const headers = { "Content-Type": "text/html; charset=utf-8", "X-CSRFToken": token };
  return fetch(tools.paste, { method: "POST", body, headers });
};

const paste = async (tools, view, { html, plain }, say) => {
  const body = new Blob([html]);
  const isTooLarge = body.size > Number(tools.most);
  const answer = isTooLarge ? { status: TOO_LARGE } : await ask(tools, body);
  if (answer.status === TOO_LARGE) return say(tools.words.large);
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  const { html: clean } = await answer.json();
  if (clean) view.pasteHTML(htmlOf(prepare(holding(clean))));
  else view.pasteText(plain);
};

// `say` shows a sentence beside the text.
export const handlePaste = (tools, say) => (view, event) => {
  const html = event.clipboardData?.getData("text/html");
  if (!html || OWN.test(html)) return false;
  const plain = event.clipboardData.getData("text/plain");
  say("");
  paste(tools, view, { html, plain }, say).catch(() => {
    view.pasteText(plain);
    say(tools.words.bare);
  });
  return true;
};

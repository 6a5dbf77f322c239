// Forms of the admin: the browser asks before it leaves what was typed and not saved. Owns no
// element; the words of the question are the browser's own.
"use strict";
{
  let unsaved = false;
  document.addEventListener("input", (event) => {
    if (event.target.form?.id.endsWith("_form")) unsaved = true;
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id.endsWith("_form") && !event.submitter?.formTarget) unsaved = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
}

// Uploading images: sends chosen or dropped files one by one, two at a time, shows how far each is
// and what became of it. Owns #upload-lines and #upload-status, and fills in what comes next. In a
// window of a form, a picture is handed to the form. Without it the form sends all files at once.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const AT_A_TIME = 2;
  const form = document.getElementById("upload-form");
  const drop = document.getElementById("upload-drop");
  const chooser = document.getElementById("upload-files");
  const lines = document.getElementById("upload-lines");
  const status = document.getElementById("upload-status");
  const next = document.getElementById("upload-next");
  const inDigits = (number) => String(number).replace(/\d/g, (d) => status.dataset.digits[d]);
  const waiting = [];
  const all = [];
  let running = 0;

  const count = (state) => all.filter((upload) => upload.state === state).length;

  const tell = () => {
    const [done, refused] = [count("done"), count("refused")];
    const figures = { done: done + refused, all: all.length, refused };
    status.textContent = status.dataset.words.replace(/{(\w+)}/g, (_whole, name) =>
      inDigits(figures[name]),
    );
    if (!next) return;
    const ids = [...new Set(all.map((upload) => upload.image).filter(Boolean))];
    for (const input of next.querySelectorAll("[name=ids]")) input.value = ids.join();
    next.hidden = running + waiting.length > 0 || !ids.length;
  };

  const trouble = (code) => {
    const sentences = document.getElementById("upload-troubles").content;
    const known = sentences.querySelector(`[data-status="${code}"]`);
    return (known ?? sentences.querySelector("[data-status='500']")).textContent;
  };

  const stage = (upload, name) => {
    const words = upload.line.querySelector(".upload-stage");
    words.textContent = words.dataset[name];
  };

  const refuse = (upload, sentence) => {
    const error = upload.line.querySelector(".upload-error");
    error.textContent = sentence;
    error.hidden = false;
    upload.line.querySelector("progress").remove();
    upload.line.querySelector(".upload-stage").remove();
    upload.state = "refused";
  };

  const finish = (upload, code, answer) => {
    running -= 1;
    if (!answer?.line) refuse(upload, answer?.error ?? trouble(code));
    else {
      upload.line.insertAdjacentHTML("afterend", answer.line);
      const done = upload.line.nextElementSibling;
      upload.line.remove();
      upload.line = done;
      upload.image = answer.id;
      upload.state = answer.id ? "done" : "refused";
    }
    start();
    tell();
  };

  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return null; // a page in place of an answer: logged out, or a server in front of ours
    }
  };

  const send = (upload) => {
    const request = new XMLHttpRequest();
    const data = new FormData(form);
    data.delete("files");
    data.append("files", upload.file);
    const progress = upload.line.querySelector("progress");
    stage(upload, "sending");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      progress.value = (loaded / total) * 100;
    });
    request.upload.addEventListener("load", () => {
      progress.removeAttribute("value");
      stage(upload, "checking");
    });
    request.addEventListener("loadend", () => {
      finish(upload, request.status, parsed(request.responseText));
    });
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(data);
  };

  const start = () => {
    while (running < AT_A_TIME && waiting.length) {
      running += 1;
      send(waiting.shift());
    }
  };

  const take = (files) => {
    if (!files.length) return;
    for (const file of files) {
      const made = document.getElementById("upload-waiting").content.cloneNode(true);
      const upload = { file, line: made.firstElementChild, state: "waiting" };
      upload.line.querySelector(".upload-name").textContent = file.name;
      upload.line.querySelector("progress").setAttribute("aria-label", file.name);
      lines.append(made);
      stage(upload, "waiting");
      waiting.push(upload);
      all.push(upload);
    }
    start();
    tell();
  };

  chooser.addEventListener("change", () => {
    take([...chooser.files]);
    chooser.value = "";
  });
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragenter" || name === "dragover");
    });
  }
  lines.addEventListener("click", (event) => {
    const number = event.target.dataset.choose;
    if (number) window.opener.dismissRelatedLookupPopup(window, number);
  });
  window.addEventListener("beforeunload", (event) => {
    if (running + waiting.length) event.preventDefault();
  });
  form.addEventListener("submit", (event) => event.preventDefault()); // Enter in a field above
  for (const plain of document.querySelectorAll(".upload-plain")) plain.hidden = true;
});

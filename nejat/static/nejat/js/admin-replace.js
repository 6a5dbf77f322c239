// Replacing a file: shows the chosen picture beside the one there is. Owns #replace-new.
// Without it the new picture is seen after it is saved.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const shown = document.getElementById("replace-new");
  const picture = shown.querySelector("img");
  document.getElementById("id_file").addEventListener("change", (event) => {
    URL.revokeObjectURL(picture.src);
    const [file] = event.target.files;
    if (file) picture.src = URL.createObjectURL(file);
    shown.hidden = !file;
  });
});

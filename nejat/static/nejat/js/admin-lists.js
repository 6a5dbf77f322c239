// The filters beside a list: on a narrow screen they wait, closed, above it. Without this they are
// open.
const filters = document.querySelector(".list-filters");
const narrow = matchMedia("(max-width: 767px)");
const fit = () => {
  filters.open = !narrow.matches;
};
if (filters) {
  fit();
  narrow.addEventListener("change", fit);
}

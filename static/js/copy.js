// button[data-copy="id"]: copies the text of that element and says so. Hidden until this runs.
(function () {
  if (!navigator.clipboard) return;
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) return;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async function () {
      await navigator.clipboard.writeText(source.value || source.textContent.trim());
      button.textContent = button.dataset.done;
    });
  });
})();

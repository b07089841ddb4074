// form[data-unsaved]: leaving with words typed and not sent asks first.
(function () {
  document.querySelectorAll("form[data-unsaved]").forEach(function (form) {
    let touched = false;
    form.addEventListener("input", function () { touched = true; });
    form.addEventListener("submit", function (event) { if (!event.defaultPrevented) touched = false; });
    window.addEventListener("beforeunload", function (event) { if (touched) event.preventDefault(); });
  });
})();

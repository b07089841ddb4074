/* Written by `manage.py build_css`; edit the parts instead. */
// [data-confirm="question"] on a form or button: asks before it is sent.
(function () {
  document.addEventListener("submit", function (event) {
    const asked = event.submitter && event.submitter.dataset.confirm;
    const question = asked || event.target.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  }, true);
})();

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

// [data-counter] beside a field: how many characters are left, said aloud when few remain.
// data-half: the letters that count half, where the limit is in full-width characters.
(function () {
  document.querySelectorAll("[data-counter]").forEach(function (place) {
    const field = document.getElementById(place.dataset.counter);
    const most = Number(place.dataset.most);
    if (!field || !most) return;
    const half = place.dataset.half && new RegExp(place.dataset.half, "gu");
    function length(text) {
      return Array.from(text).length - (half ? (text.match(half) || []).length / 2 : 0);
    }
    function tell() {
      const left = most - length(field.value);
      place.textContent = (left >= 0 ? place.dataset.left : place.dataset.over).replace("{n}", Math.abs(left));
      place.toggleAttribute("data-over", left < 0);
      place.setAttribute("aria-live", left < 20 ? "polite" : "off");
    }
    field.addEventListener("input", tell);
    tell();
  });
})();

// Every form is sent once: a second press within five seconds does nothing. The server is safe without this.
(function () {
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(function () { delete form.dataset.sent; }, 5000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });
})();

// form[data-unsaved]: leaving with words typed and not sent asks first.
(function () {
  document.querySelectorAll("form[data-unsaved]").forEach(function (form) {
    let touched = false;
    form.addEventListener("input", function () { touched = true; });
    form.addEventListener("submit", function (event) { if (!event.defaultPrevented) touched = false; });
    window.addEventListener("beforeunload", function (event) { if (touched) event.preventDefault(); });
  });
})();

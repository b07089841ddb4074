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

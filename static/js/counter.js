// [data-counter] beside a field: how many characters are left, said aloud when few remain.
(function () {
  document.querySelectorAll("[data-counter]").forEach(function (place) {
    const field = document.getElementById(place.dataset.counter);
    const most = Number(place.dataset.most);
    if (!field || !most) return;
    function tell() {
      const left = most - Array.from(field.value).length;
      place.textContent = (left >= 0 ? place.dataset.left : place.dataset.over).replace("{n}", Math.abs(left));
      place.toggleAttribute("data-over", left < 0);
      place.setAttribute("aria-live", left < 20 ? "polite" : "off");
    }
    field.addEventListener("input", tell);
    tell();
  });
})();

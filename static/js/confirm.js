// [data-confirm="question"] on a form or button: asks before it is sent.
(function () {
  document.addEventListener("submit", function (event) {
    const asked = event.submitter && event.submitter.dataset.confirm;
    const question = asked || event.target.dataset.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  }, true);
})();

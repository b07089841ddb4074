// wagtail-localize has a few words on its page of a translation in English only; they come with this script's tag.
{
  const { heading, more } = document.currentScript.dataset;

  function say(editor) {
    for (const label of editor.querySelectorAll(".w-sr-only")) {
      if (label.textContent === "More actions") label.textContent = more;
    }
    const title = editor.querySelector("section h3");
    const { sourceLocale, locale } = JSON.parse(editor.dataset.props);
    if (title?.textContent === `${sourceLocale.displayName} to ${locale.displayName} translation`) {
      title.textContent = heading
        .replace("{source}", sourceLocale.displayName)
        .replace("{target}", locale.displayName);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const editor = document.querySelector(".js-translation-editor");
    if (!editor) return;
    new MutationObserver(() => say(editor)).observe(editor, { childList: true, subtree: true });
    say(editor);
  });
}

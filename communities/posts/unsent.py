"""What somebody wrote before the portal asked them to log in again; kept for the form they return to.

The session of a visitor who is not logged in goes on into the session after log-in, so the words
never leave the server and wait exactly for the browser that sent them.
"""

from __future__ import annotations

from django.http import HttpRequest

KEY = "unsent_posts"
MOST = 3
FIELDS = ("title", "body", "submission", "in_reply_to")


def keep(request: HttpRequest, path: str) -> None:
    """Keep the words of this request for the form at ``path``; the oldest give way."""
    kept = dict(request.session.get(KEY, {}))
    kept.pop(path, None)
    kept[path] = {name: request.POST[name][:12000] for name in FIELDS if request.POST.get(name)}
    request.session[KEY] = dict(list(kept.items())[-MOST:])


def found(request: HttpRequest, path: str) -> dict[str, str]:
    return request.session.get(KEY, {}).get(path, {})


def drop(request: HttpRequest, path: str) -> None:
    """Sent; no longer needed."""
    kept = request.session.get(KEY, {})
    if path in kept:
        request.session[KEY] = {other: words for other, words in kept.items() if other != path}

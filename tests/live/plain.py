"""A browser without JavaScript and without a window: cookies, forms, redirects."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from residents.seeds import DEMO_PASSWORD, address

FIELD = re.compile(r"<input\b[^>]*>", re.I)
ATTRIBUTE = re.compile(r'(\w[\w-]*)="([^"]*)"')


class PlainBrowser:
    """Speaks HTTP as a person does: loads a page, fills its form, sends it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        with self.opener.open(self.url + path, timeout=60) as answer:
            return answer.read().decode()

    def hidden(self, page: str, action: str = "") -> dict[str, str]:
        """The hidden fields of the form that goes to ``action`` (or of the whole page)."""
        if action:
            page = page[page.index(f'action="{action}"') :]
            page = page[: page.index("</form>")]
        fields = (dict(ATTRIBUTE.findall(tag)) for tag in FIELD.findall(page))
        return {f["name"]: f.get("value", "") for f in fields if f.get("type") == "hidden" and "name" in f}

    def post(self, path: str, data: dict[str, str]) -> tuple[int, str]:
        """Send a form; (status, address one ended on)."""
        body = urllib.parse.urlencode(data).encode()
        request = urllib.request.Request(self.url + path, body, {"Referer": self.url + path})
        try:
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.url
        except urllib.error.HTTPError as error:
            return error.code, error.url

    def log_in(self, key: str) -> None:
        page = self.get("/accounts/login/")
        fields = self.hidden(page, "/accounts/login/")
        status, url = self.post(
            "/accounts/login/", {**fields, "login": address(key), "password": DEMO_PASSWORD}
        )
        assert status == 200 and "/login/" not in url, (status, url)

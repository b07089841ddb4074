"""What allauth asks us: where to go, in which words to write."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.utils import translation

from .middleware import choose


class AccountAdapter(DefaultAccountAdapter):
    """Mails in the reader's language; staff begin by acting for their first body."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = context.get("user")
        language = getattr(user, "preferred_language", "") or translation.get_language() or "ja"
        with translation.override(language):
            super().send_mail(template_prefix, email, context)

    def post_login(self, request: Any, user: Any, **kwargs: Any) -> Any:
        membership = user.memberships.in_force().select_related("body").order_by("from_on", "pk").first()
        choose(request, membership.body if membership else None)
        return super().post_login(request, user, **kwargs)

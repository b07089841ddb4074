"""Permissions that Django and Wagtail ask for, answered from bodies and role tables."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend

STAFF_PERMISSIONS = frozenset({"wagtailadmin.access_admin"})


class RoleTableBackend(BaseBackend):
    """Whoever acts for a body today may enter the editors' rooms; nothing else follows from that."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return user_obj.is_active and perm in STAFF_PERMISSIONS and obj is None and self._is_staff(user_obj)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        return set(STAFF_PERMISSIONS) if self._is_staff(user_obj) else set()

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return any(perm.split(".")[0] == app_label for perm in self.get_all_permissions(user_obj))

    @staticmethod
    def _is_staff(user: Any) -> bool:
        if not hasattr(user, "_is_staff_today"):
            user._is_staff_today = bool(getattr(user, "is_staff", False))
        return user._is_staff_today

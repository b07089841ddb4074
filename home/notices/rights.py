"""What Wagtail itself may do with a notice: let its words be written. Every act is a verb of ours.

Wagtail asks one object per page before each of its own paths (edit form, publish button, bulk
actions, schedule, revert, copy, move, delete, admin API). Its answers here never depend on
``is_superuser``: an administrator of the site has no right over notices (M2).
"""

from __future__ import annotations

from wagtail.models import PagePermissionTester

from .permissions import may_begin_notices, may_copy_notice, may_write_notice


class StructureRights(PagePermissionTester):
    """Pages that hold the site together: nobody deletes, moves, hides or reorders them."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_lock(self) -> bool:
        return False

    def can_unlock(self) -> bool:
        return False

    def can_submit_for_moderation(self) -> bool:
        return False


class NoticeIndexRights(StructureRights):
    """Under the list of notices a person may begin a notice; nothing becomes public by that."""

    def can_add_subpage(self) -> bool:
        return self.user.is_active and may_begin_notices(self.user)

    def can_publish_subpage(self) -> bool:
        return False


class NoticeRights(StructureRights):
    """A notice: its words may be written by those responsible, and nothing else may happen here."""

    permissions: set[str] = set()

    def can_add_subpage(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_edit(self) -> bool:
        return self.user.is_active and bool(may_write_notice(self.user, self.page))

    def can_publish(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return self.user.is_active and bool(may_copy_notice(self.user, self.page))

    def can_view_revisions(self) -> bool:
        return self.can_edit()

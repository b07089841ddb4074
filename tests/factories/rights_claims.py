"""Claims in any status, reached by performing the verbs."""

from __future__ import annotations

from typing import Any

from governance.rights_claims import actions
from governance.rights_claims.models import RightsClaim
from tests.factories.violations import Cases

WHY = "私の電話番号が、同意なく書かれています。"


class Claims(Cases):
    """resident_2 wrote, resident_3 claims, caretaker_1 deals with it."""

    def claimed(self, by: str = "resident_3", post: Any = None) -> RightsClaim:
        return actions.submit(
            post or self.post(),
            by=self.acting(by),
            right="privacy",
            why=WHY,
            name="権利 花子",
            contact="hanako@example.invalid",
        )

    def claim_in(self, status: str) -> RightsClaim:
        caretaker, author = self.acting("caretaker_1"), self.acting("resident_2")
        claim = self.claimed()
        if status == "received":
            return claim
        if status == "turned_down":
            return actions.turn_down(claim, by=caretaker, reason="権利の説明がありません。")
        if status == "withdrawn":
            return actions.withdraw(claim, by=self.acting("resident_3"))
        claim = actions.inquire(claim, by=caretaker, inquiry="本人の同意がありますか。")
        if status == "inquired":
            return claim
        if status in ("objected", "kept"):
            claim = actions.object(claim, by=author, reply="自分の番号です。")
        else:
            claim = actions.agree(claim, by=author)
        if status == "kept":
            return actions.keep(claim, by=caretaker, reason="発言した方の番号でした。")
        if status in ("removed", "put_back"):
            claim = actions.remove(claim, by=caretaker, reason="同意がありました。")
        if status == "put_back":
            return actions.put_back(claim, by=self.acting("chair"), reason="和解が成立しました。")
        return claim

"""The room's numbers; their values come from a decision, not from here."""

from portal.foundation import parameters

parameters.declare("survey.challenge_minutes", int, unit="minutes", source="2.14")
parameters.declare("survey.grace_minutes", int, unit="minutes", source="回答中の人への猶予")
parameters.declare("survey.small_cell", int, unit="persons", source="少数回答の秘匿")
parameters.declare("survey.reference_base", int, unit="persons", source="参考値の表示")
parameters.declare("survey.eligible_residents", int, unit="persons", source="回答できる人の数(住民基本台帳)")
parameters.declare(
    "survey.standing_reminder_days", int, unit="days", source="署名検証者の資格・手続の更新(31, 131)"
)
parameters.declare("survey.open_ballots_from", int, unit="persons", source="票の公開に必要な回答数")

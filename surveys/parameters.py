"""The room's numbers; their values come from a decision, not from here."""

from portal.foundation import parameters

parameters.declare("survey.challenge_minutes", int, unit="minutes", source="2.14")
parameters.declare("survey.grace_minutes", int, unit="minutes", source="回答中の人への猶予")
parameters.declare("survey.small_cell", int, unit="persons", source="少数回答の秘匿")
parameters.declare("survey.reference_base", int, unit="persons", source="参考値の表示")

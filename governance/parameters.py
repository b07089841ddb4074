"""The numbers of the guideline and what the committee has to settle by its own rule (1.J, 1.K)."""

from portal.foundation.parameters import declare

# 第8条, 第10条, and the state printed in the detail table
declare("committee.max_members", int, unit="persons", source="第8条第1項")
declare("committee.term_years", int, unit="years", source="第10条第2項")
declare("committee.chairs", int, unit="persons", source="運営委員長1人")
declare("committee.vice_chairs", int, unit="persons", source="副委員長2人")

# Conventions of other towns (2.7); 第10条第3項 sets no limit, so all are off until a town lays them down
declare("committee.max_consecutive_terms", int, unit="terms", source="第10条第3項, 2.7")
declare("committee.cooling_off_years", int, unit="years", source="2.7")
declare("committee.other_body_conflict", int, unit="other committees", source="2.7")
declare("committee.minimum_public_members", int, unit="persons", source="2.7")
declare("committee.fallback", str, unit="method", source="2.7")

# Not given by the guideline: unset until a rule of the committee settles them
declare("committee.office_choice", str, unit="method", source="1.K 139")
declare("committee.quorum", str, unit="rule", source="1.K 139")
declare("committee.voting_rule", str, unit="rule", source="1.K 139")
declare("committee.casting_vote", str, unit="rule", source="1.K 139")
declare("committee.recused_in_quorum", str, unit="rule", source="1.K 139")
declare("committee.term_reminder_days", int, unit="days", source="2.7")
declare("application.retention_days", int, unit="days", source="1.K 143")
declare("meeting.notice_days", int, unit="days", source="2.8")

# 謝礼
declare("honorarium.chair", int, unit="yen per year", source="年額5万円")
declare("honorarium.vice_chair", int, unit="yen per year", source="年額5万円")
declare("honorarium.member", int, unit="yen per year", source="年額3万円")
declare("honorarium.facilitator", int, unit="yen per month", source="5千円/月")
declare("honorarium.untaxed_limit", int, unit="yen per year", source="所得税基本通達28-7")
declare("honorarium.withholding_rate", int, unit="1/100,000", source="給与所得の源泉徴収税額表 乙欄")
declare("honorarium.column_a_limit", int, unit="yen", source="給与所得の源泉徴収税額表 甲欄")
declare("honorarium.part_year_rule", str, unit="rule", source="1.K 144")
declare("honorarium.payment_days", int, unit="days after the fiscal year", source="1.K 144")

# 世話人, 進行役, 契約; the numbers of rooms are declared by communities, which reads them
declare("caretaker.count", int, unit="persons", source="現在、2名")
declare("facilitator.max_count", int, unit="persons", source="任期、人数 特に制限なし")
declare("facilitator.term_months", int, unit="months", source="任期、人数 特に制限なし")
declare("contract.duration_years", int, unit="years", source="1年毎の契約")

# 提言と回答: the guideline names no deadline (1.K 142); days are days the city hall is open
declare("proposal.reading_days", int, unit="business days", source="1.K 142")
declare("proposal.hand_over_days", int, unit="business days", source="1.K 142")
declare("proposal.receipt_days", int, unit="business days", source="1.K 142")
declare("proposal.correction_days", int, unit="business days", source="1.K 142")
declare("proposal.routing_days", int, unit="business days", source="1.K 142")
declare("proposal.drafting_days", int, unit="business days", source="1.K 142")
declare("proposal.decision_days", int, unit="business days", source="1.K 142")
declare("proposal.publication_days", int, unit="business days", source="1.K 142")
declare("proposal.answer_days", int, unit="business days", source="1.K 142")
declare("proposal.opinion.reading_days", int, unit="business days", source="2.10")
declare("proposal.opinion.receipt_days", int, unit="business days", source="2.10")
declare("proposal.opinion.answer_days", int, unit="business days", source="2.10")
declare("proposal.report_days", int, unit="business days", source="総論 5-3")
declare("proposal.reminder_days", int, unit="business days", source="総論 5-3")
# ルール違反への対応 (第9条第5号, 第13条): steps, periods and ladder are left open by the guideline (1.K 141);
# each is unset until a rule of the committee fixes it. Business days are marked, all others are calendar days.
declare("violation.triage_days", int, unit="business days", source="1.K 141")
declare("violation.hearing_days", int, unit="days", source="1.K 141")
declare("violation.decision_days", int, unit="business days", source="1.K 141")
declare("violation.referral_days", int, unit="business days", source="1.K 141")
declare("violation.reminder_days", int, unit="business days", source="1.K 141")
declare("violation.objection_days", int, unit="days", source="1.K 141")
declare("violation.objection_decision_days", int, unit="business days", source="1.K 141")
declare("sanction.room_restriction_max_days", int, unit="days", source="1.K 141")
declare("sanction.room_suspension_max_days", int, unit="days", source="1.K 141")
declare("sanction.first_suspension_max_days", int, unit="days", source="1.K 141")
declare("sanction.suspension_max_days", int, unit="days", source="1.K 141")
declare("sanction.suspensions_before_cancellation", int, unit="times", source="1.K 141")
declare("sanction.counted_years", int, unit="years", source="1.K 141")
declare("violation.retention_years", int, unit="years", source="個人情報ファイルの保存期間")
# 権利侵害の申出: the days come from the Act itself
declare("rights_claim.reply_days", int, unit="days", source="情報流通プラットフォーム対処法第3条第2項第2号")
# 例規の書き方: how a comparison table is laid out differs from town to town
declare("rules.comparison_style", str, unit="style", source="例規の作成に関する定め")
# 意見公募: the Act's 30 days do not bind a town, so each lays its own down (行政手続法第3条第3項, 第39条第3項, 第46条)
declare("rules.comment_days", int, unit="days", source="行政手続法第39条第3項・第46条")

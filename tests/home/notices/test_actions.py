"""What each verb leaves behind: status, history, ledger, news; and nothing at all when refused."""

from datetime import timedelta

import pytest
from wagtail.models import Locale, Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from disaster.mode import actions as mode
from home.notices import actions, tasks
from home.notices.pages import NoticePage
from portal.foundation import clock
from portal.foundation.decisions import Denied
from portal.foundation.models import AuditEntry, OutboxMessage
from tests.factories import home as notices

pytestmark = pytest.mark.django_db


def news(kind):
    return set(
        OutboxMessage.objects.filter(kind=f"home.notice_{kind}").values_list("recipient_id", flat=True)
    )


def ids(acting, *people):
    return {str(acting(who).person.pk) for who in people}


def test_submit_tells_the_publishers_of_the_channel(acting):
    notice = notices.submitted(acting("pr_author"))
    assert notice.status == "in_review" and not notice.live
    assert [s.verb for s in notice.steps.all()] == ["draft", "submit"]
    assert news("submitted") == ids(acting, "pr_approver", "it_staff", "it_chief")
    assert AuditEntry.objects.filter(verb="home.notice.submitted", target_id=str(notice.pk)).exists()


def test_approve_publishes_exactly_the_words_that_were_read(acting):
    notice = notices.submitted(acting("pr_author"))
    seen = notice.words_seen
    notices.rewritten(notice, acting("pr_author"), title="あとから変えた題名")
    with pytest.raises(Denied, match="変更されました"):
        actions.approve(notice, by=acting("pr_approver"), seen=seen)
    with pytest.raises(Denied):
        actions.approve(notice, by=acting("pr_approver"), seen="")
    assert not NoticePage.objects.get(pk=notice.pk).live


def test_approve_makes_it_public_and_tells_its_author(acting):
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    assert notice.live and notice.status == "published" and notice.published_at
    assert notice.approved_revision_id == notice.live_revision_id
    assert ids(acting, "pr_author") <= news("approved")
    assert not ids(acting, "pr_approver") & news("approved")
    assert AuditEntry.objects.get(verb="home.notice.approved").is_public


def test_denied_changes_nothing(acting):
    notice = notices.submitted(acting("pr_author"))
    lines, messages, steps = AuditEntry.objects.count(), OutboxMessage.objects.count(), notice.steps.count()
    for who in ("pr_author", "npo_approver", "system_admin", "resident_1"):
        with pytest.raises(Denied):
            actions.approve(notice, by=acting(who), seen=notice.words_seen)
    notice.refresh_from_db()
    assert (notice.status, notice.live) == ("in_review", False)
    assert (lines, messages, steps) == (
        AuditEntry.objects.count(),
        OutboxMessage.objects.count(),
        notice.steps.count(),
    )


@pytest.mark.parametrize("words", [None, "", '<p data-block-key="a1"></p>', "<p>&nbsp; <br/></p>"])
def test_a_notice_without_text_or_description_cannot_be_submitted(acting, words):
    """Also when the editor's field for the text was left empty."""
    body = [] if words is None else [{"type": "text", "value": words}]
    empty = notices.notice(acting("pr_author"), body=body, contact="")
    with pytest.raises(Denied) as refusal:
        actions.submit(empty, by=acting("pr_author"))
    assert "本文がありません" in str(refusal.value.next_step)
    assert "問い合わせ先" in str(refusal.value.next_step)


def test_send_back_gives_the_reason_and_the_pen_back(acting):
    notice = notices.submitted(acting("pr_author"))
    assert notice.get_lock() is not None
    notice = actions.send_back(notice, by=acting("pr_approver"), reason="会場の住所を入れてください。")
    assert notice.status == "draft" and notice.get_lock() is None
    assert news("sent_back") == ids(acting, "pr_author")
    assert notice.steps.last().reason == "会場の住所を入れてください。"


def test_a_scheduled_notice_waits_for_its_time(acting, frozen):
    frozen("2026-11-22 09:00+09:00")
    time = clock.now() + timedelta(hours=3)
    notice = notices.published(acting("pr_author"), acting("pr_approver"), publish_from=time)
    assert notice.status == "scheduled" and not notice.live
    assert tasks.release_due() == 0
    frozen("2026-11-22 12:00+09:00")
    assert tasks.release_due() == 1 and tasks.release_due() == 0
    notice.refresh_from_db()
    assert notice.live and notice.status == "published" and notice.published_at == clock.now()
    assert notice.steps.last().verb == "release"


def test_a_reserved_time_can_be_given_up(acting):
    later = clock.now() + timedelta(days=1)
    notice = notices.published(acting("pr_author"), acting("pr_approver"), publish_from=later)
    notice = actions.send_back(notice, by=acting("it_chief"), reason="公開を見合わせます。")
    assert notice.status == "draft" and notice.approved_revision is None


def test_archive_takes_it_from_the_front_page_after_its_last_day(acting, frozen):
    frozen("2026-11-22 09:00+09:00")
    notice = notices.published(acting("pr_author"), acting("pr_approver"), expires_on=clock.today())
    assert tasks.archive_due() == 0
    frozen("2026-11-23 00:05+09:00")
    assert tasks.archive_due() == 1 and tasks.archive_due() == 0
    notice.refresh_from_db()
    assert notice.status == "archived" and notice.live
    assert not NoticePage.objects.current().exists() and NoticePage.objects.past().exists()


def test_authors_hear_three_days_before_and_only_once(acting, frozen):
    frozen("2026-11-22 09:00+09:00")
    last = clock.today() + timedelta(days=3)
    notices.published(acting("pr_author"), acting("pr_approver"), expires_on=last)
    tasks.announce_expiry()
    tasks.announce_expiry()
    assert news("expiring") == ids(acting, "pr_author")
    assert OutboxMessage.objects.filter(kind="home.notice_expiring").count() == 1


def test_correct_shows_new_words_beside_the_line_that_says_so(acting, client):
    author, approver = acting("pr_author"), acting("pr_approver")
    notice = notices.published(author, approver)
    with pytest.raises(Denied, match="変わっていません"):
        actions.correct(notice, by=approver, seen=notice.words_seen, line="日付の誤りを直しました。")
    notice = notices.rewritten(notice, author, title="説明会(日付訂正)")
    assert "日付訂正" not in client.get(notice.url).content.decode()
    with pytest.raises(Denied, match="ご自身が書いた"):
        actions.correct(notice, by=author, seen=notice.words_seen, line="日付の誤りを直しました。")
    notice = actions.correct(notice, by=approver, seen=notice.words_seen, line="日付の誤りを直しました。")
    page = client.get(notice.url).content.decode()
    assert "日付訂正" in page and "日付の誤りを直しました。" in page
    assert AuditEntry.objects.get(verb="home.notice.corrected").is_public


def test_withdraw_takes_every_language_with_it(acting, django_capture_on_commit_callbacks):
    author, approver = acting("pr_author"), acting("pr_approver")
    with django_capture_on_commit_callbacks(execute=True):
        notice = notices.published(author, approver)
    english = in_english(notice, author, approver)
    assert english.live
    actions.withdraw(notice, by=approver, reason="会場が使えなくなりました。")
    assert set(NoticePage.objects.values_list("status", "live")) == {("withdrawn", False)}
    assert news("withdrawn") == ids(acting, "pr_author")


def test_a_translation_withdrawn_alone_leaves_the_original(acting):
    author, approver = acting("pr_author"), acting("pr_approver")
    notice = notices.published(author, approver)
    english = in_english(notice, author, approver)
    actions.withdraw(english, by=approver, reason="訳に誤りがありました。")
    notice.refresh_from_db()
    assert notice.live and notice.status == "published"


def test_a_translation_follows_a_correction_only_when_approved_and_says_it_is_older(acting, client, frozen):
    frozen("2026-11-22 09:00+09:00")
    author, approver = acting("pr_author"), acting("pr_approver")
    notice = notices.published(author, approver)
    english = in_english(notice, author, approver)
    frozen("2026-11-22 10:00+09:00")
    notice = notices.rewritten(notice, author, title="新しい題名")
    actions.correct(notice, by=approver, seen=notice.words_seen, line="題名を直しました。")
    page = client.get(english.url).content.decode()
    assert "The Japanese original has been changed" in page and "Rooms explained 0" in page
    say_in_english(english, "Rooms explained, corrected", author)
    english = actions.renew_translation(english, by=author)
    assert "corrected" not in client.get(english.url).content.decode()
    english = actions.correct(english, by=approver, seen=english.words_seen, line="Title corrected.")
    page = client.get(english.url).content.decode()
    assert "Rooms explained, corrected 0" in page and "has been changed" not in page


def test_whoever_translated_does_not_approve_the_translation(acting):
    author, approver = acting("pr_author"), acting("pr_approver")
    notice = notices.published(author, approver)
    english = actions.translate(notice, by=author, locale=Locale.objects.get(language_code="en"))
    say_in_english(english, "Rooms explained", approver)
    english = actions.submit(english, by=author)
    with pytest.raises(Denied, match="ご自身が書いた"):
        actions.approve(english, by=approver, seen=english.words_seen)


def test_discard_gives_up_a_draft(acting):
    notice = actions.discard(notices.notice(acting("pr_author")), by=acting("pr_author"))
    assert notice.status == "discarded" and notice.get_lock() is not None
    with pytest.raises(Denied):
        actions.submit(notice, by=acting("pr_author"))


def test_wagtails_own_publishing_refuses_words_nobody_approved(acting):
    notice = notices.published(acting("pr_author"), acting("pr_approver"))
    notice = notices.rewritten(notice, acting("pr_author"), title="承認されていない題名")
    with pytest.raises(Denied, match="承認された"):
        Revision.objects.get(pk=notice.latest_revision_id).publish(skip_permission_checks=True)


def in_english(notice, author, approver):
    english = actions.translate(notice, by=author, locale=Locale.objects.get(language_code="en"))
    say_in_english(english, "Rooms explained", author)
    english = actions.submit(english, by=author)
    return actions.approve(english, by=approver, seen=english.words_seen)


def say_in_english(page, words, translator):
    """Every sentence of the page gets the same words and its number."""
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)
    for number, segment in enumerate(
        StringSegment.objects.filter(source=translation.source).order_by("order")
    ):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=page.locale,
            context=segment.context,
            defaults={"data": f"{words} {number}", "last_translated_by": translator.person},
        )


def test_publish_now_is_the_disaster_units_path_in_disaster_mode(acting, client):
    unit = acting("disaster_officer")
    notice = notices.notice(unit, title="避難所を開きました")
    with pytest.raises(Denied, match="災害モード"):
        actions.publish_now(notice, by=unit, seen=notice.words_seen)
    mode.activate(kind="storm", area="川辺地区", ground="大雨による河川の増水", by=unit)
    with pytest.raises(Denied):
        actions.publish_now(notice, by=acting("pr_author"), seen=notice.words_seen)
    notice = actions.publish_now(notice, by=unit, seen=notice.words_seen)
    assert notice.live and notice.awaits_review
    assert news("published_now") == ids(acting, "pr_author", "pr_approver", "it_staff", "it_chief")
    assert NoticePage.objects.waiting_in(["government"]).get() == notice
    with pytest.raises(Denied):
        actions.confirm(notice, by=unit)
    notice = actions.confirm(notice, by=acting("pr_approver"))
    assert notice.live and not notice.awaits_review
    with pytest.raises(Denied, match="確認済み"):
        actions.confirm(notice, by=acting("pr_approver"))


def test_the_front_page_gives_way_to_the_light_page_in_a_disaster(acting, client):
    unit = acting("disaster_officer")
    assert "知りたい" in client.get("/").content.decode()
    mode.activate(kind="storm", area="川辺地区", ground="大雨による河川の増水", by=unit)
    assert "知りたい" not in client.get("/").content.decode()
    mode.deactivate(by=unit, ground="水が引きました。")
    assert "知りたい" in client.get("/").content.decode()

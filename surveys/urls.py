from django.urls import include, path

from surveys import desk
from surveys.app_login import views as app_login
from surveys.ballots import views as ballots
from surveys.counters import views as counters
from surveys.disclosures import views as disclosures
from surveys.envelopes import views as envelopes
from surveys.series import views as series
from surveys.sponsors import views as sponsors
from surveys.surveys import views
from surveys.tallies import views as tallies
from surveys.vouchers import views as vouchers

app_name = "surveys"

urlpatterns = [
    path("surveys/", views.survey_list, name="survey-list"),
    path("surveys/anonymity/", views.anonymity, name="survey-anonymity"),
    path("surveys/keys/", ballots.key_list, name="ballot-keys"),
    path("surveys/keys.json", ballots.key_data, name="ballot-keys-data"),
    path("surveys/manage/", desk.overview, name="survey-desk"),
    path("surveys/manage/trust/", include("surveys.certificates.urls")),
    path("surveys/plan/", desk.plan, name="survey-plan"),
    path("surveys/series/", series.series_list, name="series-list"),
    path("surveys/series/start/", series.start, name="series-start"),
    path("surveys/series/<uuid:pk>/", series.detail, name="series-detail"),
    path("surveys/series/<uuid:pk>/add-wave/", series.add_wave, name="series-add-wave"),
    path("surveys/series/<uuid:pk>/carry-over/", series.carry_over, name="series-carry-over"),
    path("surveys/series/<uuid:pk>/conclude/", series.conclude, name="series-conclude"),
    path("surveys/sponsors/", sponsors.sponsor_list, name="sponsor-list"),
    path("surveys/sponsors/apply/", sponsors.apply, name="sponsor-apply"),
    path("surveys/sponsors/<int:pk>/<slug:verb>/", sponsors.decide, name="sponsor-decide"),
    path("surveys/<slug:slug>/", views.detail, name="survey-detail"),
    path("surveys/app/prove/return/", app_login.finish, name="app-login-return"),
    path("surveys/<slug:slug>/prove/app/", app_login.start, name="app-login-start"),
    path("surveys/<slug:slug>/prove/later/", vouchers.leave, name="voucher-leave"),
    path("surveys/<slug:slug>/prove/collect/", vouchers.collect, name="voucher-collect"),
    path("surveys/<slug:slug>/prove/", envelopes.prove_start, name="proof-start"),
    path("surveys/<slug:slug>/prove/<slug:nonce>/", envelopes.prove, name="proof-present"),
    path("surveys/<slug:slug>/prove/<slug:nonce>/text/", envelopes.challenge_text, name="challenge-text"),
    path("surveys/<slug:slug>/answer/", envelopes.answer, name="answer-give"),
    path("surveys/<slug:slug>/ballot/", ballots.answer, name="ballot-spend"),
    path("surveys/<slug:slug>/ballot/draw/", ballots.draw, name="ballot-draw"),
    path("surveys/<slug:slug>/ballot/find/", ballots.find, name="ballot-look-up"),
    path("surveys/<slug:slug>/receipts/", ballots.board_pages, name="ballot-receipts"),
    path("surveys/<slug:slug>/receipts.json", ballots.board_data, name="ballot-receipts-data"),
    path("surveys/<slug:slug>/recount/", tallies.recount, name="tally-recount"),
    path("surveys/<slug:slug>/recount.json", tallies.recount_data, name="tally-recount-data"),
    path("surveys/<slug:slug>/answer/hand-over/", disclosures.hand_over, name="disclosure-hand-over"),
    path("surveys/<slug:slug>/receipt/", envelopes.receipt, name="receipt-check"),
    path("surveys/<slug:slug>/result/", tallies.result, name="tally-detail"),
    path("surveys/<slug:slug>/manage/", desk.manage, name="survey-manage"),
    path("surveys/<slug:slug>/manage/counter/", counters.check_list, name="counter-list"),
    path("surveys/<slug:slug>/manage/counter/record/", counters.record, name="counter-record"),
    path("surveys/<slug:slug>/manage/counter/<uuid:pk>/", counters.check_detail, name="counter-check"),
    path("surveys/<slug:slug>/manage/counter/<uuid:pk>/confirm/", counters.confirm, name="counter-confirm"),
    path("surveys/<slug:slug>/manage/counter/<uuid:pk>/drop/", counters.drop, name="counter-drop"),
    path("surveys/<slug:slug>/manage/records/", disclosures.disclosure_list, name="disclosure-list"),
    path("surveys/<slug:slug>/manage/records/erase/", disclosures.erase, name="disclosure-erase-all"),
    path("surveys/<slug:slug>/manage/records/<int:pk>/", disclosures.look, name="disclosure-look"),
    path("surveys/<slug:slug>/manage/records/<int:pk>/erase/", disclosures.erase, name="disclosure-erase"),
    path("surveys/<slug:slug>/manage/words/", tallies.texts, name="tally-texts"),
    path("surveys/<slug:slug>/manage/questions/", desk.design, name="survey-design"),
    path("surveys/<slug:slug>/manage/questions/<int:pk>/strike/", desk.strike, name="question-strike"),
    path("surveys/<slug:slug>/manage/<slug:verb>/", desk.act, name="survey-act"),
]

from django.urls import include, path

from surveys import desk
from surveys.ballots import views as ballots
from surveys.envelopes import views as envelopes
from surveys.sponsors import views as sponsors
from surveys.surveys import views
from surveys.tallies import views as tallies

app_name = "surveys"

urlpatterns = [
    path("surveys/", views.survey_list, name="survey-list"),
    path("surveys/anonymity/", views.anonymity, name="survey-anonymity"),
    path("surveys/keys/", ballots.key_list, name="ballot-keys"),
    path("surveys/keys.json", ballots.key_data, name="ballot-keys-data"),
    path("surveys/manage/", desk.overview, name="survey-desk"),
    path("surveys/manage/trust/", include("surveys.certificates.urls")),
    path("surveys/plan/", desk.plan, name="survey-plan"),
    path("surveys/sponsors/", sponsors.sponsor_list, name="sponsor-list"),
    path("surveys/sponsors/apply/", sponsors.apply, name="sponsor-apply"),
    path("surveys/sponsors/<int:pk>/<slug:verb>/", sponsors.decide, name="sponsor-decide"),
    path("surveys/<slug:slug>/", views.detail, name="survey-detail"),
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
    path("surveys/<slug:slug>/receipt/", envelopes.receipt, name="receipt-check"),
    path("surveys/<slug:slug>/result/", tallies.result, name="tally-detail"),
    path("surveys/<slug:slug>/manage/", desk.manage, name="survey-manage"),
    path("surveys/<slug:slug>/manage/words/", tallies.texts, name="tally-texts"),
    path("surveys/<slug:slug>/manage/questions/", desk.design, name="survey-design"),
    path("surveys/<slug:slug>/manage/questions/<int:pk>/strike/", desk.strike, name="question-strike"),
    path("surveys/<slug:slug>/manage/<slug:verb>/", desk.act, name="survey-act"),
]

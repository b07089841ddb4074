from django.urls import path

from . import reviews, views

urlpatterns = [
    path("committees/recruitments/<int:pk>/commission/", views.commissions, name="seat-commission-list"),
    path("committees/applications/<uuid:pk>/commission/", views.commission, name="seat-commission"),
    path("committees/seats/<int:pk>/letter/", views.letter, name="seat-letter"),
    path("committees/seats/<int:pk>/letter.pdf", views.letter_pdf, name="seat-letter-pdf"),
    path("committees/seats/<int:pk>/resign/", views.resign, name="seat-resign"),
    path(
        "committees/seats/<int:pk>/accept-resignation/",
        views.accept_resignation,
        name="seat-accept-resignation",
    ),
    path("committees/seats/<int:pk>/question/", reviews.question, name="seat-question"),
    path("committees/seats/<int:pk>/review/", reviews.review, name="seat-review"),
    path("committees/seats/<int:pk>/dismiss/", views.dismiss, name="seat-dismiss"),
    path("committees/<slug:code>/terms/<int:number>/", views.term, name="term-detail"),
    path(
        "committees/<slug:code>/terms/<int:number>/raise-maximum/",
        views.raise_maximum,
        name="term-raise-maximum",
    ),
]

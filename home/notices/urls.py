"""The editors' addresses for notices; Wagtail mounts them below /cms/."""

from django.urls import path

from . import views

app_name = "notices"

urlpatterns = [
    path("", views.desk, name="desk"),
    path("waiting/", views.waiting, name="waiting"),
    path("<int:pk>/", views.review, name="review"),
    path("<int:pk>/submit/", views.submit, name="submit"),
    path("<int:pk>/discard/", views.discard, name="discard"),
    path("<int:pk>/approve/", views.approve, name="approve"),
    path("<int:pk>/publish-now/", views.publish_now, name="publish_now"),
    path("<int:pk>/confirm/", views.confirm, name="confirm"),
    path("<int:pk>/send-back/", views.send_back, name="send_back"),
    path("<int:pk>/correct/", views.correct, name="correct"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/translate/<slug:language>/", views.translate, name="translate"),
    path("<int:pk>/renew/", views.renew, name="renew"),
    path("<int:pk>/export/", views.export, name="export"),
]

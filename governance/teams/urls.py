from django.urls import path

from . import views

urlpatterns = [path("<int:pk>/items/<int:number>/team/", views.hand_to_team, name="item-hand-to-team")]

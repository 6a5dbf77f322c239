"""Addresses of what readers do with comments, below the edition's: /fa/comment/12/answer/.

WordPress had its own pages at /fa/comments/, and those lead to ours.
"""

from django.urls import path

from nejat.comments import views

app_name = "comments"
urlpatterns = [
    path("comment/article/<int:pk>/", views.post, name="post"),
    path("comment/article/<int:pk>/waiting/", views.waiting, name="waiting"),
    path("comment/<int:pk>/answer/", views.answer, name="answer"),
    path("comment/<int:pk>/report/", views.report, name="report"),
    path("comment/<int:pk>/report/thanks/", views.reported, name="reported"),
    path("comment/appeal/<str:token>/", views.appeal, name="appeal"),
    path("comment/quiet/<str:token>/", views.quiet, name="quiet"),
]

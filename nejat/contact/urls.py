"""Addresses of the contact form, below the edition's. The contact page is one of nejat.pages."""

from django.urls import path

from nejat.contact import views

app_name = "contact"
urlpatterns = [
    path("contact/send/", views.send, name="send"),
    path("contact/thanks/", views.thanks, name="thanks"),
]

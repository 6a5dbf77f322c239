import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('subscriptions', '0001_subscribers_mailings_deliveries'), ('subscriptions', '0002_may_export_subscribers')]

    initial = True

    dependencies = [
        ('publications', '0001_squashed_0007_index_of_trash'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Subscriber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('normal_address', models.CharField(editable=False, max_length=254)),
                ('series', models.CharField(choices=[('newsletter', 'Nejat NewsLetter'), ('pars-brief', 'Pars Brief')], max_length=12, verbose_name='series')),
                ('edition', models.CharField(choices=[('en', 'English'), ('ar', 'عربي'), ('fa', 'فارسی'), ('sq', 'Shqip')], max_length=2, verbose_name='edition')),
                ('state', models.CharField(choices=[('pending', 'Not confirmed yet'), ('confirmed', 'Confirmed'), ('unsubscribed', 'Unsubscribed'), ('bounced', 'Undeliverable')], default='pending', max_length=12, verbose_name='state')),
                ('asked_at', models.DateTimeField(null=True, verbose_name='asked for at')),
                ('asked_count', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('confirmed_at', models.DateTimeField(null=True, verbose_name='confirmed at')),
                ('unsubscribed_at', models.DateTimeField(null=True, verbose_name='unsubscribed at')),
                ('bounced_at', models.DateTimeField(null=True, verbose_name='undeliverable since')),
            ],
            options={
                'verbose_name': 'subscriber',
                'verbose_name_plural': 'subscribers',
                'permissions': [('export_subscriber', 'Can export subscribers')],
                'indexes': [models.Index(fields=['series', 'edition', 'state'], name='subscriber_of_series')],
                'constraints': [models.UniqueConstraint(fields=('normal_address', 'series', 'edition'), name='subscribed_once')],
            },
        ),
        migrations.CreateModel(
            name='Mailing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('issue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='publications.issue', verbose_name='issue')),
                ('edition', models.CharField(choices=[('en', 'English'), ('ar', 'عربي'), ('fa', 'فارسی'), ('sq', 'Shqip')], max_length=2, verbose_name='edition')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='created at')),
                ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='created by')),
                ('started_at', models.DateTimeField(editable=False, null=True, verbose_name='started at')),
                ('finished_at', models.DateTimeField(editable=False, null=True, verbose_name='finished at')),
            ],
            options={
                'verbose_name': 'mailing',
                'verbose_name_plural': 'mailings',
                'constraints': [models.UniqueConstraint(fields=('issue', 'edition'), name='mailed_once', violation_error_message='The issue was given to the mail in this edition.')],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sending', 'Being sent'), ('sent', 'Sent'), ('failed', 'Failed'), ('unknown', 'Unknown whether sent'), ('skipped', 'Not sent any more')], default='waiting', max_length=8, verbose_name='state')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='changed at')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('next_try_at', models.DateTimeField(null=True, verbose_name='next attempt at')),
                ('error', models.CharField(default='', max_length=500, verbose_name='answer of the mail server')),
                ('mailing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='subscriptions.mailing')),
                ('subscriber', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='deliveries', to='subscriptions.subscriber')),
                ('address', models.CharField(max_length=254, null=True, verbose_name='e-mail')),
            ],
            options={
                'verbose_name': 'delivery',
                'verbose_name_plural': 'deliveries',
                'indexes': [models.Index(fields=['mailing', 'state', 'id'], name='delivery_due'), models.Index(fields=['address'], name='delivery_of_address'), models.Index(condition=models.Q(('state__in', ['sending', 'unknown'])), fields=['state'], name='delivery_in_doubt')],
                'constraints': [models.UniqueConstraint(fields=('mailing', 'address'), name='delivered_once')],
            },
        ),
    ]

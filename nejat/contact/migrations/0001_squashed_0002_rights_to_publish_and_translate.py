import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('contact', '0001_contact_details_and_messages'), ('contact', '0002_rights_to_publish_and_translate')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ContactDetails',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office_name', models.CharField(blank=True, default='', max_length=200, verbose_name='office')),
                ('office_name_en', models.CharField(blank=True, default='', max_length=200, null=True, verbose_name='office')),
                ('office_name_ar', models.CharField(blank=True, default='', max_length=200, null=True, verbose_name='office')),
                ('office_name_fa', models.CharField(blank=True, default='', max_length=200, null=True, verbose_name='office')),
                ('office_name_sq', models.CharField(blank=True, default='', max_length=200, null=True, verbose_name='office')),
                ('postal_address', models.TextField(blank=True, default='', verbose_name='postal address')),
                ('postal_address_en', models.TextField(blank=True, default='', null=True, verbose_name='postal address')),
                ('postal_address_ar', models.TextField(blank=True, default='', null=True, verbose_name='postal address')),
                ('postal_address_fa', models.TextField(blank=True, default='', null=True, verbose_name='postal address')),
                ('postal_address_sq', models.TextField(blank=True, default='', null=True, verbose_name='postal address')),
                ('phone', models.CharField(blank=True, default='', max_length=60, verbose_name='phone')),
                ('phone_en', models.CharField(blank=True, default='', max_length=60, null=True, verbose_name='phone')),
                ('phone_ar', models.CharField(blank=True, default='', max_length=60, null=True, verbose_name='phone')),
                ('phone_fa', models.CharField(blank=True, default='', max_length=60, null=True, verbose_name='phone')),
                ('phone_sq', models.CharField(blank=True, default='', max_length=60, null=True, verbose_name='phone')),
                ('email', models.EmailField(blank=True, default='', max_length=254, verbose_name='e-mail shown to readers')),
                ('email_en', models.EmailField(blank=True, default='', max_length=254, null=True, verbose_name='e-mail shown to readers')),
                ('email_ar', models.EmailField(blank=True, default='', max_length=254, null=True, verbose_name='e-mail shown to readers')),
                ('email_fa', models.EmailField(blank=True, default='', max_length=254, null=True, verbose_name='e-mail shown to readers')),
                ('email_sq', models.EmailField(blank=True, default='', max_length=254, null=True, verbose_name='e-mail shown to readers')),
                ('opening_hours', models.TextField(blank=True, default='', verbose_name='opening hours')),
                ('opening_hours_en', models.TextField(blank=True, default='', null=True, verbose_name='opening hours')),
                ('opening_hours_ar', models.TextField(blank=True, default='', null=True, verbose_name='opening hours')),
                ('opening_hours_fa', models.TextField(blank=True, default='', null=True, verbose_name='opening hours')),
                ('opening_hours_sq', models.TextField(blank=True, default='', null=True, verbose_name='opening hours')),
                ('map_address', models.URLField(blank=True, default='', help_text='The web address of a map: a link, of which the page itself loads nothing.', max_length=1000, verbose_name='map')),
                ('map_address_en', models.URLField(blank=True, default='', help_text='The web address of a map: a link, of which the page itself loads nothing.', max_length=1000, null=True, verbose_name='map')),
                ('map_address_ar', models.URLField(blank=True, default='', help_text='The web address of a map: a link, of which the page itself loads nothing.', max_length=1000, null=True, verbose_name='map')),
                ('map_address_fa', models.URLField(blank=True, default='', help_text='The web address of a map: a link, of which the page itself loads nothing.', max_length=1000, null=True, verbose_name='map')),
                ('map_address_sq', models.URLField(blank=True, default='', help_text='The web address of a map: a link, of which the page itself loads nothing.', max_length=1000, null=True, verbose_name='map')),
                ('safe_note', models.TextField(blank=True, default='', help_text='For those whom a message could bring into danger: what to do, and what not.', verbose_name='writing to us safely')),
                ('safe_note_en', models.TextField(blank=True, default='', help_text='For those whom a message could bring into danger: what to do, and what not.', null=True, verbose_name='writing to us safely')),
                ('safe_note_ar', models.TextField(blank=True, default='', help_text='For those whom a message could bring into danger: what to do, and what not.', null=True, verbose_name='writing to us safely')),
                ('safe_note_fa', models.TextField(blank=True, default='', help_text='For those whom a message could bring into danger: what to do, and what not.', null=True, verbose_name='writing to us safely')),
                ('safe_note_sq', models.TextField(blank=True, default='', help_text='For those whom a message could bring into danger: what to do, and what not.', null=True, verbose_name='writing to us safely')),
                ('pgp_fingerprint', models.CharField(blank=True, default='', max_length=80, verbose_name='fingerprint of the PGP key')),
                ('pgp_fingerprint_en', models.CharField(blank=True, default='', max_length=80, null=True, verbose_name='fingerprint of the PGP key')),
                ('pgp_fingerprint_ar', models.CharField(blank=True, default='', max_length=80, null=True, verbose_name='fingerprint of the PGP key')),
                ('pgp_fingerprint_fa', models.CharField(blank=True, default='', max_length=80, null=True, verbose_name='fingerprint of the PGP key')),
                ('pgp_fingerprint_sq', models.CharField(blank=True, default='', max_length=80, null=True, verbose_name='fingerprint of the PGP key')),
                ('pgp_key', models.TextField(blank=True, default='', help_text='From “-----BEGIN PGP PUBLIC KEY BLOCK-----” to its end. Never the private one.', verbose_name='public PGP key')),
                ('pgp_key_en', models.TextField(blank=True, default='', help_text='From “-----BEGIN PGP PUBLIC KEY BLOCK-----” to its end. Never the private one.', null=True, verbose_name='public PGP key')),
                ('pgp_key_ar', models.TextField(blank=True, default='', help_text='From “-----BEGIN PGP PUBLIC KEY BLOCK-----” to its end. Never the private one.', null=True, verbose_name='public PGP key')),
                ('pgp_key_fa', models.TextField(blank=True, default='', help_text='From “-----BEGIN PGP PUBLIC KEY BLOCK-----” to its end. Never the private one.', null=True, verbose_name='public PGP key')),
                ('pgp_key_sq', models.TextField(blank=True, default='', help_text='From “-----BEGIN PGP PUBLIC KEY BLOCK-----” to its end. Never the private one.', null=True, verbose_name='public PGP key')),
                ('recipients', models.TextField(blank=True, default='', help_text='E-mail addresses, one a line, which readers do not see. Messages of this edition are mailed there; without one they wait in the admin alone.', verbose_name='mailed to')),
                ('recipients_en', models.TextField(blank=True, default='', help_text='E-mail addresses, one a line, which readers do not see. Messages of this edition are mailed there; without one they wait in the admin alone.', null=True, verbose_name='mailed to')),
                ('recipients_ar', models.TextField(blank=True, default='', help_text='E-mail addresses, one a line, which readers do not see. Messages of this edition are mailed there; without one they wait in the admin alone.', null=True, verbose_name='mailed to')),
                ('recipients_fa', models.TextField(blank=True, default='', help_text='E-mail addresses, one a line, which readers do not see. Messages of this edition are mailed there; without one they wait in the admin alone.', null=True, verbose_name='mailed to')),
                ('recipients_sq', models.TextField(blank=True, default='', help_text='E-mail addresses, one a line, which readers do not see. Messages of this edition are mailed there; without one they wait in the admin alone.', null=True, verbose_name='mailed to')),
                ('spam_words', models.TextField(blank=True, help_text='One a line. A message that holds one is kept here as spam and not mailed. Case, accents and vowel marks make no difference.', verbose_name='words of spam')),
            ],
            options={
                'verbose_name': 'contact details',
                'verbose_name_plural': 'contact details',
                'abstract': False,
                'default_permissions': ('add', 'change', 'delete', 'view', 'translate'),
                'base_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='one_contact_details')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.CharField(choices=[('en', 'English'), ('ar', 'عربي'), ('fa', 'فارسی'), ('sq', 'Shqip')], max_length=2, verbose_name='edition')),
                ('name', models.CharField(blank=True, max_length=100, verbose_name='name')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail')),
                ('subject', models.CharField(max_length=150, verbose_name='subject')),
                ('text', models.TextField(max_length=5000, verbose_name='message')),
                ('state', models.CharField(choices=[('new', 'New'), ('read', 'Read'), ('answered', 'Answered'), ('spam', 'Spam')], default='new', max_length=8, verbose_name='state')),
                ('suspicion', models.CharField(blank=True, max_length=100, verbose_name='why it looks like spam')),
                ('sender', models.CharField(blank=True, editable=False, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='written at')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages',
                'indexes': [models.Index(fields=['state', '-id'], name='message_in_state'), models.Index(condition=models.Q(('sender', ''), _negated=True), fields=['sender'], name='message_of_sender')],
            },
        ),
    ]

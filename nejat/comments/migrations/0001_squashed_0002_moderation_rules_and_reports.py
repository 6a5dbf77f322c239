import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('comments', '0001_initial'), ('comments', '0002_moderation_rules_and_reports')]

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CommentRules',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.CharField(choices=[('en', 'English'), ('ar', 'عربي'), ('fa', 'فارسی'), ('sq', 'Shqip')], max_length=2, unique=True, verbose_name='edition')),
                ('is_open', models.BooleanField(default=True, help_text='Closed, readers see what was said and write nothing new.', verbose_name='comments open')),
                ('closes_after_days', models.PositiveSmallIntegerField(default=0, help_text='Counted from the publication of the article. 0: never.', verbose_name='closes after days')),
                ('trusted_after', models.PositiveSmallIntegerField(default=3, help_text='So many approved comments from one e-mail address and one network make the next appear at once. 0: a moderator always looks first.', verbose_name='trusted after')),
                ('links_allowed', models.PositiveSmallIntegerField(default=2, help_text='With more, a moderator looks first.', verbose_name='links allowed')),
                ('reports_needed', models.PositiveSmallIntegerField(default=1, help_text='So many bring a comment back to the moderators. It stays visible meanwhile.', verbose_name='reports needed')),
                ('ban_days', models.PositiveSmallIntegerField(default=30, verbose_name='days of a ban')),
                ('notify', models.TextField(blank=True, help_text='E-mail addresses, one a line. They hear at most once an hour what waits.', verbose_name='mails to moderators')),
                ('notified_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'verbose_name': 'rules of an edition',
                'verbose_name_plural': 'rules of the editions',
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype')),
                ('object_id', models.PositiveBigIntegerField()),
                ('edition', models.CharField(choices=[('en', 'English'), ('ar', 'عربي'), ('fa', 'فارسی'), ('sq', 'Shqip')], max_length=2, verbose_name='edition')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='comments.comment', verbose_name='answer to')),
                ('author_name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('author_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('author_address', models.URLField(blank=True, max_length=500, verbose_name='site')),
                ('body', models.TextField(verbose_name='comment')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('approved', 'Approved'), ('rejected', 'Rejected'), ('spam', 'Spam')], default='waiting', max_length=10, verbose_name='state')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written at')),
                ('sender', models.CharField(blank=True, editable=False, max_length=16)),
                ('wants_answers', models.BooleanField(default=False, editable=False, verbose_name='is told of answers')),
                ('is_staff', models.BooleanField(default=False, editable=False, verbose_name='by the staff')),
                ('is_pick', models.BooleanField(default=False, help_text='Readers see a mark beside it.', verbose_name="editor's pick")),
                ('is_reported', models.BooleanField(default=False, editable=False, verbose_name='reported')),
                ('appealed_at', models.DateTimeField(editable=False, null=True, verbose_name='asked to look again at')),
            ],
            options={
                'verbose_name': 'comment',
                'verbose_name_plural': 'comments',
                'permissions': [('moderate_comment', 'Can moderate comments')],
                'indexes': [models.Index(fields=['content_type', 'object_id', 'edition', 'created_at'], name='comment_under_work'), models.Index(fields=['state', '-created_at'], name='comment_state'), models.Index(condition=models.Q(('sender', ''), _negated=True), fields=['sender'], name='comment_of_sender'), models.Index(condition=models.Q(('is_reported', True)), fields=['edition'], name='comment_reported')],
            },
        ),
        migrations.CreateModel(
            name='ModerationEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('comment', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='entries', to='comments.comment', verbose_name='comment')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='at')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('from_state', models.CharField(blank=True, choices=[('waiting', 'Waiting'), ('approved', 'Approved'), ('rejected', 'Rejected'), ('spam', 'Spam'), ('deleted', 'Deleted')], max_length=10, verbose_name='from')),
                ('to_state', models.CharField(choices=[('waiting', 'Waiting'), ('approved', 'Approved'), ('rejected', 'Rejected'), ('spam', 'Spam'), ('deleted', 'Deleted')], max_length=10, verbose_name='to')),
                ('reason', models.CharField(blank=True, choices=[('off_topic', 'It has nothing to do with the article'), ('insult', 'It insults or threatens somebody'), ('private', 'It tells what is private, or puts somebody in danger'), ('false', 'It says what is not true'), ('advert', 'It advertises something'), ('other', 'Something else'), ('trusted', 'Trusted'), ('links', 'Many links'), ('words', 'Word list'), ('appeal', 'Its author asks to look again')], max_length=10, verbose_name='reason')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('batch', models.UUIDField(default=uuid.uuid4)),
                ('undoes', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='comments.moderationentry', verbose_name='undoes')),
            ],
            options={
                'verbose_name': 'decision on a comment',
                'verbose_name_plural': 'log of moderation',
                'indexes': [models.Index(fields=['user', '-id'], name='moderated_by'), models.Index(fields=['batch'], name='moderated_at_once')],
            },
        ),
        migrations.CreateModel(
            name='Ban',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('sender', 'Network'), ('address', 'E-mail address')], max_length=7, verbose_name='kind')),
                ('key', models.CharField(editable=False, max_length=16)),
                ('until', models.DateTimeField(verbose_name='until')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bans', to='comments.moderationentry', verbose_name='decision')),
            ],
            options={
                'verbose_name': 'ban',
                'verbose_name_plural': 'bans',
                'indexes': [models.Index(fields=['key', 'until'], name='banned_until')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='comments.comment', verbose_name='comment')),
                ('reason', models.CharField(choices=[('off_topic', 'It has nothing to do with the article'), ('insult', 'It insults or threatens somebody'), ('private', 'It tells what is private, or puts somebody in danger'), ('false', 'It says what is not true'), ('advert', 'It advertises something'), ('other', 'Something else')], max_length=10, verbose_name='reason')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                ('sender', models.CharField(blank=True, editable=False, max_length=16)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written at')),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='comments.moderationentry', verbose_name='settled by')),
            ],
            options={
                'verbose_name': 'report',
                'verbose_name_plural': 'reports',
                'constraints': [models.UniqueConstraint(condition=models.Q(('sender', ''), _negated=True), fields=('comment', 'sender'), name='reported_once_by_a_sender')],
            },
        ),
        migrations.CreateModel(
            name='WordList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('edition', models.CharField(blank=True, choices=[('en', 'English'), ('ar', 'عربي'), ('fa', 'فارسی'), ('sq', 'Shqip')], help_text='None: all editions.', max_length=2, verbose_name='edition')),
                ('effect', models.CharField(choices=[('hold', 'A moderator looks first'), ('spam', 'It is spam')], default='hold', max_length=4, verbose_name='effect')),
                ('words', models.TextField(help_text='One word or phrase a line; * stands for any letters: “casino*”. Case, accents, vowel marks, signs between letters and the like make no difference.', verbose_name='words')),
            ],
            options={
                'verbose_name': 'word list',
                'verbose_name_plural': 'word lists',
            },
        ),
    ]

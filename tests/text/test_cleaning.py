import pytest

from nejat.text import clean_html


@pytest.mark.parametrize(
    "html",
    [
        "plain words",
        "<p>5 &lt; 6 &amp; 7</p>",
        "<p>one<br>two</p><hr>",
        "<h2>a</h2><h3>b</h3><h4>c</h4><h5>d</h5><h6>e</h6>",
        "<blockquote><p><q>word</q> <cite>Book</cite></p></blockquote>",
        '<ol start="3" reversed="" type="i"><li>a</li></ol><ul><li>b</li></ul>',
        "<dl><dt>term</dt><dd>meaning</dd></dl>",
        '<p><a href="/fa/articles/1/" title="t" hreflang="fa">here</a></p>',
        '<p><a title="t" data-work="articles.article:12">work</a></p>',
        '<p><a href="mailto:a@example.org">a</a> <a href="tel:+1">b</a> <a href="#n">c</a></p>',
        "<p><strong>a</strong><em>b</em><b>c</b><i>d</i><u>e</u><s>f</s></p>",
        "<p><del>a</del><ins>b</ins>H<sub>2</sub>O<sup>2</sup><small>s</small></p>",
        "<p><mark>a</mark><code>b</code><kbd>c</kbd><samp>d</samp><var>e</var></p>",
        '<p><abbr title="United Nations">UN</abbr> <time datetime="2021-10-10">then</time></p>',
        '<p lang="fa" dir="rtl">متن <bdi>Name</bdi> <span lang="en" dir="ltr">text</span></p>',
        "<pre><code>a\n  b</code></pre>",
        '<figure class="picture"><img src="/files/a b.jpg" alt="x" width="4" height="3">'
        "<figcaption>A caption</figcaption></figure>",
        '<figure class="embed"><a href="/files/a.mp4">film</a></figure>',
        '<figure data-work="media_library.video:7"><figcaption>A caption</figcaption></figure>',
        '<div class="gallery"><img src="/static/nejat/img/a.svg" alt=""></div>',
        '<video src="/files/a.mp4" poster="/files/a.jpg" controls="" preload="none">'
        '<track src="/files/a.vtt" kind="subtitles" srclang="fa" label="فارسی"></video>',
        '<audio controls="" preload="none"><source src="/files/a.mp3" type="audio/mpeg"></audio>',
        "<table><caption>c</caption><thead><tr>"
        '<th scope="col" colspan="2" rowspan="1">h</th></tr></thead>'
        '<tbody><tr><td colspan="2" rowspan="1">d</td></tr></tbody>'
        "<tfoot><tr><td>f</td></tr></tfoot></table>",
    ],
)
def test_allowed_html_stays_as_it_is(html):
    assert clean_html(html) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<h1 lang=fa>a</h1>", '<h2 lang="fa">a</h2>'),
        ("<p>a</p><p></p><p>&nbsp; </p><p><br></p><p><b></b></p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a<!-- note --></p>", "<p>a</p>"),
        ('<p class="x" style="color:red" id="y" onclick="z()">a</p>', "<p>a</p>"),
        ("<font color=red>a</font><center>b</center>", "ab"),
        ("a<script>b</script><style>c</style>d", "ad"),
        ("<iframe src=/x>a</iframe><svg><text>b</text></svg><math><mi>c</mi></math>", ""),
        ("<form><input><p>a</p></form><object><p>b</p></object>", "<p>a</p><p>b</p>"),
        ("<pre>" + "\n" * 30 + "a</pre>", "<pre>a</pre>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ('<div class="wide gallery"></div>', '<div class="gallery"></div>'),
        ('<div class="wide"></div>', "<div></div>"),
        (
            '<figure class="alignleft picture"><img src="/files/a.jpg"></figure>',
            '<figure class="picture"><img src="/files/a.jpg"></figure>',
        ),
        (
            '<figure class="alignleft"><img src="/files/a.jpg"></figure>',
            '<figure><img src="/files/a.jpg"></figure>',
        ),
        (
            '<video src="/files/a.mp4" controls preload="auto" autoplay></video>',
            '<video src="/files/a.mp4" controls="" preload="none"></video>',
        ),
    ],
)
def test_other_html_is_brought_onto_the_list(html, cleaned):
    assert clean_html(html) == cleaned


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ('<a href="javascript:x()">a</a>', "a"),
        ('<a name="top">a</a>', "a"),
        (
            '<figure data-work="media_library.video:7">x<figcaption>c</figcaption>y</figure>',
            '<figure data-work="media_library.video:7"><figcaption>c</figcaption></figure>',
        ),
        (
            '<figure data-work="media_library.video:7" data-image="3"></figure>',
            '<figure data-image="3"></figure>',
        ),
        ('<figure data-work="x:1&quot;">a</figure>', "<figure>a</figure>"),
        ('<a data-work="articles.article">a</a>', "a"),
        ('<a data-work="articles.article:01" href="/en/">a</a>', '<a href="/en/">a</a>'),
        ('<a data-work="x.y:1&quot;><b>">a</a>', "a"),
        (
            '<a data-work="articles.article:1" href="javascript:x()" rel="x" hreflang="fa">a</a>',
            '<a data-work="articles.article:1">a</a>',
        ),
        ('<a name="top"></a>b', "b"),
        ('<a href="/en/" rel="nofollow" target="_blank">a</a>', '<a href="/en/">a</a>'),
        (
            '<a href="https://other.example/">a</a>',
            '<a href="https://other.example/" rel="noopener">a</a>',
        ),
        ('<a href="//other.example/">a</a>', '<a href="//other.example/" rel="noopener">a</a>'),
    ],
)
def test_a_link_leads_somewhere_and_says_when_it_leads_out(html, cleaned):
    assert clean_html(html) == cleaned


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        (
            '<img src="https://other.example/a%20b.jpg?w=3" alt="A &amp; B">',
            '<a href="https://other.example/a%20b.jpg?w=3" rel="noopener">A &amp; B</a>',
        ),
        (
            '<img src="https://other.example/a%20b.jpg?w=3#x" alt="">',
            '<a href="https://other.example/a%20b.jpg?w=3#x" rel="noopener">a b.jpg</a>',
        ),
        (
            '<img src="//other.example/">',
            '<a href="//other.example/" rel="noopener">other.example</a>',
        ),
        (
            '<img src="/wp-content/uploads/a.jpg">',
            '<a href="/wp-content/uploads/a.jpg">a.jpg</a>',
        ),
        (
            '<a href="/en/">see <img src="https://other.example/a.jpg" alt="it"></a>',
            '<a href="/en/">see it</a>',
        ),
        ('<img src="data:image/png;base64,AA/BB" alt="A dot">', "A dot"),
        ('<img src="data:image/png;base64,AA/BB">', ""),
        (
            '<figure class="picture"><img src="https://other.example/a.jpg" alt="A">'
            "<figcaption>c</figcaption></figure>",
            '<figure class="missing-picture">'
            '<a href="https://other.example/a.jpg" rel="noopener">A</a>'
            "<figcaption>c</figcaption></figure>",
        ),
        (
            '<figure><a href="/files/big.jpg"><img src="https://other.example/a.jpg"></a></figure>',
            '<figure class="missing-picture"><a href="/files/big.jpg">a.jpg</a></figure>',
        ),
        (
            '<video><source src="https://other.example/a.mp4">Your browser is old</video>',
            '<a href="https://other.example/a.mp4" rel="noopener">a.mp4</a>',
        ),
        (
            '<audio src="https://other.example/a.mp3"></audio>',
            '<a href="https://other.example/a.mp3" rel="noopener">a.mp3</a>',
        ),
    ],
)
def test_media_of_another_host_becomes_a_link(html, cleaned):
    assert clean_html(html) == cleaned


def test_a_player_keeps_its_own_files_alone():
    html = (
        '<video controls poster="https://other.example/a.jpg"><source src="https://other.example/a.mp4">'
        '<source src="/files/a.webm"><track src="https://other.example/a.vtt"></video>'
    )

    assert clean_html(html) == (
        '<video controls="" preload="none"><source src="/files/a.webm"></video>'
    )

import { none, type Page } from '../page.ts';

/** Captchas that are no pictures of text, and what they leave in pages. */
export const captchaLike: Page[] = [
  none(
    'mediawiki-questy',
    `<div id="mw-head"><a href="/"><img src="/resources/wiki.png" alt="Wiki" width="135" height="155"></a></div><form><label>Username <input name="wpName"></label><div class="captcha"><label for="wpCaptchaWord">What is the name of this wiki?</label><input name="wpCaptchaWord" id="wpCaptchaWord" required size="12" autocomplete="off"><input type="hidden" name="wpCaptchaId" value="88"></div></form>`,
  ),
  none(
    'mediawiki-simple-sum',
    `<form><img src="/w/poweredby_mediawiki_88x31.png" alt="Powered by MediaWiki" width="88" height="31"><div><label for="wpCaptchaWord">To protect against spam, please enter the answer: 24 + 7 =</label><input name="wpCaptchaWord" id="wpCaptchaWord" size="12"><input type="hidden" name="wpCaptchaId" value="12"></div></form>`,
  ),
  none(
    'drupal-math',
    `<a href="/"><img src="/sites/default/files/logo.png" alt="Home" width="200" height="60"></a><form><fieldset class="captcha"><legend>CAPTCHA</legend><div class="description">This question is for testing whether you are a human visitor.</div><label for="edit-captcha-response">Math question</label><span class="field-prefix">9 + 3 = </span><input type="text" id="edit-captcha-response" name="captcha_response" size="4" maxlength="2"><input type="hidden" name="captcha_sid" value="4"></fieldset></form>`,
  ),
  none(
    'drupal-recaptcha',
    `<form><img src="/files/banner.png" width="300" height="90" alt=""><label>Name <input type="text" name="name"></label><input type="hidden" name="captcha_sid" value="6"><input type="hidden" name="captcha_response" value="Google no captcha"><div class="g-recaptcha" data-sitekey="k"><div><textarea id="g-recaptcha-response" name="g-recaptcha-response" style="display:none"></textarea></div></div></form>`,
  ),
  none(
    'drupal-recaptcha-v3',
    `<form><img src="/files/team.png" width="200" height="80" alt="Team"><label>E-mail <input type="text" name="mail"></label><input type="hidden" id="recaptcha-v3-token" name="recaptcha_v3_token" data-recaptcha-v3-site-key="k"><input type="hidden" name="captcha_response"></form>`,
  ),
  none(
    'recaptcha-tiles',
    `<div id="rc-imageselect"><div class="rc-imageselect-payload"><strong>Select all images with buses</strong><table><tr><td role="button"><div class="rc-image-tile-wrapper"><img class="rc-image-tile-33" src="https://www.google.com/recaptcha/api2/payload?p=1" width="130" height="130"></div></td></tr></table><input id="recaptcha-audio-response" type="text"></div></div>`,
  ),
  none(
    'recaptcha-badge-and-field',
    `<form><div class="g-recaptcha"><img src="https://www.gstatic.com/recaptcha/api2/logo_48.png" alt="reCAPTCHA" width="64" height="48"></div><label>Name <input name="name"></label></form><p>This site is protected by reCAPTCHA.</p>`,
  ),
  none(
    'hcaptcha-form',
    `<form><label>Message <input type="text" name="message"></label><div class="h-captcha" data-sitekey="k"><iframe title="hCaptcha" width="303" height="78"></iframe></div><img src="/img/hcaptcha-logo.svg" alt="hCaptcha" width="100" height="30"></form>`,
  ),
  none(
    'geetest-slider',
    `<form><input name="phone" placeholder="手机号"><div class="geetest_captcha"><div class="geetest_window"><canvas class="geetest_canvas_bg" width="260" height="160"></canvas><canvas class="geetest_canvas_slice" width="260" height="160"></canvas></div><div class="geetest_slider"></div></div></form>`,
    { lang: 'zh' },
  ),
  none(
    'slide-puzzle',
    `<form><input name="account" placeholder="Account"><div class="slide-captcha"><img src="/captcha/bg.jpg" width="280" height="155" alt=""><img class="piece" src="/captcha/piece.png" width="50" height="155" alt=""><div class="bar">Slide to verify</div></div></form>`,
  ),
  none(
    'text-sum',
    `<form><img src="/logo.gif" width="160" height="50" alt="Shop"><label>What is 3 plus 4? <input type="text" name="captcha" maxlength="2" autocomplete="off"></label></form>`,
  ),
  none(
    'cf7-quiz',
    `<figure><img src="/wp-content/uploads/team.jpg" width="300" height="120" alt=""></figure><form class="wpcf7-form"><label>Which is bigger, 2 or 8? <input type="text" name="quiz-12" class="wpcf7-form-control wpcf7-quiz" size="10" autocomplete="off"></label><input type="hidden" name="_wpcf7_quiz_answer_quiz-12" value="ab12"></form>`,
  ),
  none(
    'wordpress-math-captcha',
    `<form id="commentform"><p class="math-captcha-form"><label>Captcha <span>five × 2 =</span><input type="text" size="2" maxlength="2" id="mc-input" name="mc-value" autocomplete="off"></label></p><img src="/wp-includes/images/smilies/icon_smile.gif" width="15" height="15" alt=":)"></form><img src="/wp-content/themes/t/header.jpg" width="390" height="100" alt="Blog">`,
  ),
  none(
    'emoji-question',
    `<form><p>Security question: what colour is the sky?</p><img src="/img/shield.svg" width="60" height="60" alt=""><input name="security_answer" maxlength="10" autocomplete="off"></form>`,
  ),
  none(
    'honeypot-only',
    `<form><div style="position:absolute;left:-9999px" aria-hidden="true"><input type="text" name="captcha" tabindex="-1" autocomplete="off"></div><img src="/img/office.jpg" width="300" height="100" alt="Our office"><input type="text" name="name" placeholder="Name"></form>`,
  ),
  none(
    'hidden-captcha',
    `<form><div style="display:none"><img src="/captcha.php" width="120" height="40" alt="captcha"><input name="captcha" maxlength="6"></div><label>User <input name="user"></label><img src="/login-banner.png" width="240" height="60" alt=""></form>`,
  ),
  none(
    'commented-out',
    `<form><label>Name <input name="name"></label><!-- <img src="/captcha.php" alt="captcha" width="120" height="40"><input name="captcha_code" maxlength="6"> --><img src="/img/header.png" width="320" height="80" alt=""></form>`,
  ),
  none(
    'captcha-article',
    `<article><h1>What is a captcha?</h1><p>A captcha shows the characters of an image.</p><figure><img src="/blog/captcha-example.png" width="300" height="100" alt="An example captcha"><figcaption>A captcha of 2003</figcaption></figure><p>Text.</p></article><form action="/search"><input type="text" name="q" placeholder="Search this blog"></form>`,
  ),
  none(
    'captcha-settings',
    `<form><h2>Captcha settings</h2><label>Provider key <input type="text" name="captcha_site_key"></label><label>Secret <input type="text" name="captcha_secret"></label><img src="/plugins/captcha/icon-128.png" width="64" height="64" alt="Captcha plugin"></form>`,
  ),
  none(
    'captcha-product-page',
    `<a href="/product/captcha-pro"><img src="/img/captcha-pro-box.png" width="200" height="140" alt="Captcha Pro"></a><form action="/cart"><label>Quantity <input type="text" name="qty" size="3" maxlength="3"></label></form>`,
  ),
  none(
    'picture-without-field',
    `<form><img src="/captcha.php" width="120" height="40" alt="captcha"><button>Reload</button></form>`,
  ),
  none('field-without-picture', `<form><label>Captcha <input name="captcha" maxlength="6"></label></form>`),
  none(
    'audio-captcha-only',
    `<form><audio src="/captcha/audio.wav" controls></audio><a href="#" title="Refresh"><img src="/captcha/refresh.png" width="32" height="32" alt="Refresh captcha"></a><label>Type the digits you hear <input name="captcha" maxlength="6"></label></form>`,
  ),
];

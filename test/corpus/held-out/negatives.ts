import { img, none, type Page } from '../page.ts';

type Row = [name: string, lang: string, body: string];

const rows: Row[] = [
  [
    'steam-guard',
    'en',
    `<div class="modal"><img src="/public/guard_icon.php?v=2" width="120" height="60"><h2>Enter the special access code</h2><input id="authcode" maxlength="5" placeholder="enter your code here"></div>`,
  ],
  [
    'whatsapp-code',
    'es',
    `<img src="/wa" width="90" height="40" alt="WhatsApp"><p>Te enviamos un código por WhatsApp</p><input name="codigo" maxlength="6" autocomplete="off">`,
  ],
  [
    'totp-no-label',
    'en',
    `<form><img src="/users/qr-code?size=200" width="200" height="200"><input name="token" maxlength="6" autocomplete="off"><button>Activate</button></form>`,
  ],
  [
    'totp-wide-qr-card',
    'en',
    `<form><svg width="220" height="120" viewBox="0 0 220 120"><path d="M0 0h9"/><path d="M0 9h9"/><path d="M9 9h9"/><path d="M9 0h9"/></svg><p>Scan with an authenticator</p><input name="verificationCode" maxlength="6"></form>`,
  ],
  [
    'security-key',
    'de',
    `<form><img src="/u2f/bild?x=1" width="200" height="100" alt=""><label>Name des Schlüssels <input name="keyname" maxlength="10"></label></form>`,
  ],
  [
    'photo-tan',
    'de',
    `<form><p>photoTAN</p><img src="/banking/tan-grafik?id=7" width="240" height="140" alt="photoTAN-Grafik"><label>TAN <input name="tan" maxlength="7" autocomplete="off"></label></form>`,
  ],
  [
    'voucher-card-picture',
    'en',
    `<form><img src="/vouchers/front?sku=5" width="250" height="150"><label>Number on the back of the card <input name="num" maxlength="10"></label></form>`,
  ],
  [
    'loyalty-barcode',
    'en',
    `<form><img src="/loyalty/bar?n=12" width="260" height="70"><label>Loyalty number <input name="loyalty" maxlength="9"></label></form>`,
  ],
  [
    'book-isbn',
    'en',
    `<form><img src="/covers/978.jpg" width="120" height="80"><label>ISBN or title <input name="term"></label></form>`,
  ],
  [
    'hotel-booking',
    'en',
    `<form><img src="/hotel/photo?id=2" width="300" height="140" alt="Room"><label>Special requests <input name="requests"></label><label>Booking code <input name="bookingCode" maxlength="8"></label></form>`,
  ],
  [
    'airline-pnr',
    'en',
    `<form><img src="/img/eticket.gif" width="280" height="90" alt="Sample ticket"><label>Booking reference <input name="pnr" maxlength="6" autocomplete="off"></label><label>Last name <input name="last"></label></form>`,
  ],
  [
    'train-connection',
    'de',
    `<form><img src="/bahn/werbung" width="300" height="90"><label>Von <input name="von"></label><label>Nach <input name="nach"></label></form>`,
  ],
  [
    'radio-callsign',
    'en',
    `<form><label>Callsign <input name="call" maxlength="8" size="8"></label><img src="/propagation.php?band=20" width="240" height="100"></form>`,
  ],
  [
    'vehicle-plate',
    'en',
    `<form><img src="/img/plate.png" width="200" height="60" alt="Number plate"><label>Registration <input name="vrm" maxlength="8"></label></form>`,
  ],
  [
    'meter-water',
    'ru',
    `<form><img src="/img/schetchik.jpg" width="220" height="90"><label>Показания счётчика <input name="value" maxlength="6"></label></form>`,
  ],
  [
    'inn-lookup',
    'ru',
    `<img src="/img/gerb.png" width="90" height="60"><form><label>ИНН <input name="inn" maxlength="12"></label><label>КПП <input name="kpp" maxlength="9"></label></form>`,
  ],
  [
    'cpf-form',
    'pt',
    `<img src="/img/brasao" width="120" height="60"><form><label>CPF <input name="cpf" maxlength="11"></label><label>Data de nascimento <input name="nasc" maxlength="10"></label></form>`,
  ],
  [
    'cep-form',
    'pt',
    `<form><label>CEP <input name="cep" maxlength="9"></label><img src="/frete.php?x=2" width="140" height="40"></form>`,
  ],
  [
    'boleto',
    'pt',
    `<form><img src="/boleto/codigo-barras.php?n=33" width="400" height="50" alt="Código de barras"><label>Linha digitável <input name="linha" maxlength="48"></label></form>`,
  ],
  [
    'pix-key',
    'pt',
    `<form><img src="/pix/qrcode" width="180" height="180"><label>Chave <input name="chave"></label></form>`,
  ],
  [
    'nl-postcode',
    'nl',
    `<form><label>Postcode <input name="postcode" maxlength="7"></label><label>Huisnummer <input name="nr" maxlength="5"></label><img src="/kaart" width="300" height="120"></form>`,
  ],
  [
    'de-kundennummer',
    'de',
    `<form><img src="/assets/rechnung-muster" width="300" height="140" alt="Musterrechnung"><label>Kundennummer <input name="kdnr" maxlength="9" autocomplete="off"></label></form>`,
  ],
  [
    'de-zugangscode',
    'de',
    `<header><img src="/marke" width="150" height="50"></header><form><label>Zugangscode aus dem Brief <input name="zugang" maxlength="8" autocomplete="off"></label></form>`,
  ],
  [
    'fr-code-client',
    'fr',
    `<form><img src="/habillage.php?m=2" width="180" height="60"><label>Code client <input name="client" maxlength="8"></label></form>`,
  ],
  [
    'fr-code-parrain',
    'fr',
    `<form><label>Code parrainage <input name="parrain" maxlength="8"></label><img src="/pub?f=3" width="240" height="70"></form>`,
  ],
  [
    'es-codigo-postal',
    'es',
    `<form><label>Código postal <input name="cp" maxlength="5"></label><img src="/mapa?cp=1" width="300" height="150"></form>`,
  ],
  [
    'it-codice-fiscale',
    'it',
    `<form><label>Codice fiscale <input name="cf" maxlength="16"></label><img src="/tessera" width="240" height="140" alt="Tessera sanitaria"></form>`,
  ],
  [
    'pl-kod-pocztowy',
    'pl',
    `<form><label>Kod pocztowy <input name="kod" maxlength="6"></label><img src="/reklama?1" width="240" height="70"></form>`,
  ],
  [
    'ru-promo-banner',
    'ru',
    `<form><img src="/banner?place=2" width="240" height="70"><label>Код купона <input name="kupon" maxlength="10"></label></form>`,
  ],
  [
    'ru-sms-after-logo',
    'ru',
    `<img src="/bank" width="160" height="40"><form><p>На ваш номер отправлен код</p><input name="code" maxlength="4" autocomplete="off"><a href="#">Отправить ещё раз</a></form>`,
  ],
  [
    'zh-sms-two-fields',
    'zh',
    `<form><img src="/h5/top?x=1" width="320" height="120"><input placeholder="请输入手机号" name="m"><input placeholder="请输入验证码" name="c" maxlength="6"><button type="button">获取验证码</button></form>`,
  ],
  [
    'zh-sms-timer',
    'zh',
    `<form><img src="/h5/logo?v=2" width="120" height="40"><input placeholder="验证码" name="vcode" maxlength="6"><span>59秒后重发</span></form>`,
  ],
  [
    'zh-invite',
    'zh',
    `<form><img src="/act/pic?id=3" width="300" height="100"><input placeholder="请输入兑换码" name="code" maxlength="12"></form>`,
  ],
  [
    'ja-coupon',
    'ja',
    `<form><img src="/img/cp?3" width="240" height="80"><label>クーポンコード <input name="cp" maxlength="8"></label></form>`,
  ],
  [
    'ja-postal',
    'ja',
    `<form><label>郵便番号 <input name="zip" maxlength="8"></label><img src="/addr/help" width="160" height="40" alt="住所検索"></form>`,
  ],
  [
    'ja-sms',
    'ja',
    `<form><img src="/brand/a?1" width="160" height="48"><p>SMSで届いた認証コードを入力</p><input name="ninsho" maxlength="6"></form>`,
  ],
  [
    'ko-sms',
    'ko',
    `<form><img src="/bi?1" width="140" height="40"><label>인증번호 <input name="auth_no" maxlength="6"></label><button type="button">인증번호 받기</button></form>`,
  ],
  [
    'trivia-picture',
    'en',
    `<form><img src="/quiz/image?id=14" width="300" height="140"><label>Which city is this? <input name="answer" maxlength="20"></label></form>`,
  ],
  [
    'rebus-daily',
    'en',
    `<form><img src="/daily.php?d=3" width="300" height="120" alt="Today's rebus"><input name="guess" placeholder="Your guess" maxlength="10" autocomplete="off"></form>`,
  ],
  [
    'wordle-like',
    'en',
    `<canvas width="300" height="140"></canvas><input name="guess" maxlength="5" autocapitalize="off" autocomplete="off" autocorrect="off">`,
  ],
  [
    'typing-test',
    'en',
    `<canvas width="380" height="100"></canvas><p>Type the text above as fast as you can</p><input id="typed" autocomplete="off" autocorrect="off" spellcheck="false">`,
  ],
  [
    'latex-editor',
    'en',
    `<div><img src="/latex?x%5E2" width="120" height="40" alt="x^2"><label>Formula <input name="formula" autocomplete="off" spellcheck="false"></label></div>`,
  ],
  [
    'tag-a-photo',
    'en',
    `<form><img src="/photos/view?id=8" width="300" height="150"><label>Add tags <input name="tags" autocomplete="off"></label></form>`,
  ],
  [
    'transcribe-scan',
    'en',
    `<form><img src="/scans/line-22.jpg" width="400" height="60"><label>Transcription of this line <input name="transcription"></label></form>`,
  ],
  [
    'banner-text-maker',
    'en',
    `<form><img src="/render?text=Hi" width="320" height="90"><label>Banner text <input name="banner_text" maxlength="10"></label></form>`,
  ],
  [
    'colour-picker',
    'en',
    `<form><canvas width="200" height="100"></canvas><label>Hex code <input name="hex" maxlength="7" size="7" autocomplete="off" spellcheck="false"></label></form>`,
  ],
  [
    'image-dimensions',
    'en',
    `<form><img src="/edit/image?id=4" width="300" height="140"><label>Width <input name="w" size="4" maxlength="4"></label><label>Height <input name="h" size="4" maxlength="4"></label></form>`,
  ],
  [
    'seo-alt-editor',
    'en',
    `<form><img src="/media/77?size=small" width="150" height="100"><label>Image text <input name="image_alt"></label></form>`,
  ],
  [
    'stock-search',
    'en',
    `<form><img src="/sparks/ABC?d=5" width="120" height="30"><input name="ticker" placeholder="Ticker" maxlength="5" autocomplete="off"></form>`,
  ],
  [
    'crypto-send',
    'en',
    `<form><img src="/qr/btc?a=1" width="160" height="160"><label>Amount <input name="amt"></label><label>Wallet code <input name="wallet"></label></form>`,
  ],
  [
    'poll-chart',
    'en',
    `<form><img src="/poll/chart?id=2" width="250" height="100"><label>Other: <input name="other" maxlength="10"></label></form>`,
  ],
  [
    'hit-counter-login',
    'en',
    `<form>User <input name="u" size="10"> Pass <input type="password" name="p"><input type="submit"></form><img src="/cgi-bin/count?df=x.dat" width="90" height="24">`,
  ],
  [
    'tracker-pixel-wide',
    'en',
    `<form><label>Company code <input name="company_code" maxlength="6"></label></form><img src="/t?u=8f3a" width="88" height="31">`,
  ],
  [
    'sso-company',
    'en',
    `<img src="/tenant/brand-image?t=4" width="240" height="36"><form><input name="loginfmt" placeholder="Email, phone, or Skype"><button>Next</button></form>`,
  ],
  [
    'meeting-code',
    'en',
    `<header><img src="/meet/mark?v=1" width="130" height="40"></header><form><label>Meeting code <input name="meeting" maxlength="10" autocomplete="off"></label></form>`,
  ],
  [
    'kahoot-pin',
    'en',
    `<main><img src="/mark?k" width="200" height="70" alt="Kwiz"><form><input name="gameId" placeholder="Game PIN" maxlength="10" autocomplete="off"></form></main>`,
  ],
  [
    'device-link',
    'en',
    `<main><img src="/tv/art?x=1" width="300" height="140"><p>Enter the code shown on your TV</p><form><input name="user_code" maxlength="8" autocomplete="off" autocapitalize="off"></form></main>`,
  ],
  [
    'tv-code-with-picture',
    'en',
    `<main><p>Enter the code displayed on your screen</p><img src="/img/tv-illustration.png" width="280" height="140" alt=""><form><input name="code" maxlength="8" autocomplete="off"></form></main>`,
  ],
  [
    'wp-login',
    'en',
    `<h1><a href="https://wordpress.org/"><img src="/wp-logo" width="84" height="60"></a></h1><form name="loginform"><label for="user_login">Username or Email Address</label><input type="text" name="log" id="user_login" autocapitalize="off" autocomplete="username"><input type="password" name="pwd"></form>`,
  ],
  [
    'wp-post-password',
    'en',
    `<form class="post-password-form"><p>This content is protected.</p><img src="/wp-content/uploads/x?resize=300" width="300" height="120"><label>Password <input name="post_password" type="text" maxlength="20"></label></form>`,
  ],
  [
    'turnstile-form',
    'en',
    `<form><label>Code <input name="code" maxlength="8"></label><div class="cf-turnstile"><img src="/cdn/turnstile/brand.svg?x=1" width="100" height="30"></div></form>`,
  ],
  [
    'arkose-frame',
    'en',
    `<form><label>Email <input name="mail2"></label><div id="funcaptcha"><canvas width="300" height="150"></canvas></div></form>`,
  ],
  [
    'captcha-docs',
    'en',
    `<nav><input name="search_docs" placeholder="Search the docs"></nav><h1>Captcha field</h1><pre>&lt;img src="captcha.php"&gt;</pre><p><img src="/docs/captcha-screenshot.png" width="320" height="100" alt="The captcha field"></p>`,
  ],
  [
    'captcha-shop',
    'en',
    `<form action="/cart"><img src="/media/captcha-solver-sticker?w=200" width="200" height="90" alt="Captcha sticker"><label>Your message on the sticker <input name="custom" maxlength="10"></label></form>`,
  ],
  [
    'service-dashboard',
    'en',
    `<h1>Captcha solved today</h1><img src="/stats/captcha-graph.png?d=1" width="400" height="120" alt="Captchas a day"><form><label>Filter by site <input name="site"></label></form>`,
  ],
  [
    'disabled-captcha',
    'en',
    `<form><img src="/captcha.php" width="120" height="40" alt="captcha"><input name="captcha" disabled></form>`,
  ],
  [
    'vanished-captcha',
    'en',
    `<form><div hidden><img src="/captcha.php" width="120" height="40" alt="captcha"><input name="captcha"></div><input name="nickname"></form>`,
  ],
  [
    'drag-captcha',
    'en',
    `<form><input name="who" placeholder="Name"><div class="captcha"><p>Drag the star into the circle</p><img src="/captcha/shapes?id=3" width="300" height="150"></div></form>`,
  ],
  [
    'math-words',
    'en',
    `<form><img src="/img/header-strip" width="300" height="60"><label for="m">Anti-spam: how much is two and three?</label><input id="m" name="antispam" size="3"></form>`,
  ],
  [
    'checkbox-human',
    'en',
    `<form><img src="/img/robot.svg" width="100" height="50" alt="robot"><label><input type="checkbox" name="human"> I am human</label><input name="comment_author" placeholder="Name"></form>`,
  ],
  [
    'question-of-the-forum',
    'en',
    `<form><img src="/forum/header?s=2" width="400" height="90"><dl><dt><label for="answer">What is the capital of France?</label><br><span>This question prevents automated registrations.</span></dt><dd><input id="answer" name="qa_answer" size="45"></dd></dl></form>`,
  ],
  [
    'sudoku',
    'en',
    `<table>${'<tr><td><input maxlength="1" size="1"></td></tr>'.repeat(9)}</table><img src="/sudoku.php?id=9" width="200" height="100">`,
  ],
  [
    'admin-media',
    'en',
    `<ul>${[1, 2, 3].map((id) => `<li>${img(`/media/thumb?id=${id}`, 150, 60)}<input name="order_${id}" size="2" maxlength="3"></li>`).join('')}</ul>`,
  ],
  [
    'survey-logo-code',
    'en',
    `<img src="/clients/77/image" width="200" height="60"><form><label>Enter the survey code printed on your receipt <input name="survey" maxlength="12" autocomplete="off"></label></form>`,
  ],
  [
    'receipt-example',
    'en',
    `<form><label>Code <input name="receiptCode" maxlength="10"></label><img src="/img/receipt-sample.jpg" width="300" height="130" alt="Where is my code?"></form>`,
  ],
  [
    'bank-iban',
    'de',
    `<form><img src="/bank/ec-karte?1" width="200" height="120"><label>IBAN <input name="iban" maxlength="34"></label><label>Prüfziffer <input name="pz" maxlength="3"></label></form>`,
  ],
];

/** Written after the detector was tuned, with other sites in mind. */
export const heldOutNegatives: Page[] = rows.map(([name, lang, body]) => none(name, body, { lang }));

import { none, type Page } from '../page.ts';

const rows: [name: string, lang: string, body: string][] = [
  [
    'parcel-locker',
    'en',
    `<form><img src="/locker/view?n=4" width="200" height="80"><label>Collection code <input name="code" maxlength="6"></label></form>`,
  ],
  [
    'event-ticket',
    'en',
    `<form><img src="/events/33/image" width="300" height="100"><label>Ticket code <input name="ticket_code" maxlength="8"></label></form>`,
  ],
  [
    'software-key',
    'en',
    `<form><img src="/app/art" width="250" height="70"><label>Product key <input name="key" maxlength="29"></label></form>`,
  ],
  [
    'course-join',
    'en',
    `<main><img src="/theme/image.php/boost/core/1/brand" width="200" height="50"><form><label>Enrolment key <input name="enrolpassword" type="text"></label></form></main>`,
  ],
  [
    'library-card',
    'en',
    `<form><img src="/opac/image?c=1" width="180" height="60"><label>Borrower number <input name="borrower" maxlength="10"></label></form>`,
  ],
  [
    'wifi-voucher',
    'de',
    `<form><img src="/portal/bild?1" width="220" height="60"><label>Voucher-Code <input name="auth_voucher" maxlength="11"></label></form>`,
  ],
  [
    'email-otp-brand',
    'en',
    `<img src="/tenant/header-image?x=2" width="240" height="48"><h2>Check your inbox</h2><p>Enter the 6-digit code we just mailed</p><form><input name="otc" maxlength="6" autocomplete="off"></form>`,
  ],
  [
    'phone-verify',
    'en',
    `<form><img src="/verify/phone.svg" width="140" height="80"><label>Verification code <input name="verification" maxlength="6"></label><a href="#">Didn't get it? Resend</a></form>`,
  ],
  [
    'id-verification',
    'en',
    `<form><img src="/kyc/verification-banner?x=1" width="300" height="80"><label>Last 4 digits of your ID <input name="last4" maxlength="4"></label></form>`,
  ],
  [
    'secure-checkout',
    'en',
    `<form><img src="/secure/checkout.php?b=1" width="200" height="50" alt="Secure checkout"><label>Order note <input name="note"></label></form>`,
  ],
  [
    'trust-logo',
    'en',
    `<form><label>Postcode <input name="pc" maxlength="8"></label><img src="/trust/seal?host=x" width="120" height="50" alt="Verified &amp; secured"></form>`,
  ],
  [
    'security-badge-login',
    'en',
    `<form><label>Customer number <input name="cust" maxlength="10" autocomplete="off"></label><img src="/security/image.aspx" width="115" height="60" alt="Security certificate"></form>`,
  ],
  [
    '3ds-challenge',
    'en',
    `<div><img src="/acs/bank?id=2" width="140" height="40"><img src="/acs/scheme?id=1" width="90" height="40"><p>We sent a passcode to 07** ***12</p><form><input name="challengeDataEntry" maxlength="8"></form></div>`,
  ],
  [
    '3ds-de',
    'de',
    `<div><img src="/acs/logo?id=2" width="140" height="40"><p>Geben Sie die mTAN ein</p><form><input name="challenge" maxlength="6"></form></div>`,
  ],
  [
    'ru-3ds',
    'ru',
    `<div><img src="/acs/img?2" width="140" height="40"><p>Введите код из SMS</p><form><input name="password" type="text" maxlength="6"></form></div>`,
  ],
  [
    'ru-registration-number',
    'ru',
    `<form><img src="/foto?id=3" width="200" height="80"><label>Номер полиса <input name="polis" maxlength="16"></label></form>`,
  ],
  [
    'ru-search-article',
    'ru',
    `<form><img src="/i/top?1" width="300" height="60"><label>Артикул <input name="art" maxlength="10"></label></form>`,
  ],
  [
    'ru-gift-code',
    'ru',
    `<form><img src="/gift?1" width="300" height="120"><label>Введите код подарочной карты <input name="gcode" maxlength="10"></label></form>`,
  ],
  [
    'zh-goods-code',
    'zh',
    `<form><img src="/goods/pic?id=3" width="200" height="100"><label>商品编码 <input name="goods" maxlength="12"></label></form>`,
  ],
  [
    'zh-antifake',
    'zh',
    `<form><img src="/fw/sample?x=1" width="280" height="90"><label>防伪码 <input name="fw" maxlength="20"></label></form>`,
  ],
  [
    'zh-email-code',
    'zh',
    `<form><img src="/pc/top?x=2" width="260" height="60"><p>验证码已发送至您的邮箱</p><input name="c" maxlength="6"></form>`,
  ],
  [
    'zh-qr-login-tab',
    'zh',
    `<div><canvas width="160" height="160"></canvas><input placeholder="手机号"><input placeholder="验证码"><button>获取验证码</button></div>`,
  ],
  [
    'ja-member-no',
    'ja',
    `<form><img src="/top/img?1" width="260" height="60"><label>会員番号 <input name="kaiin" maxlength="8"></label></form>`,
  ],
  [
    'ko-coupon',
    'ko',
    `<form><img src="/ev/img?1" width="260" height="90"><label>쿠폰 번호 <input name="cp" maxlength="16"></label></form>`,
  ],
  [
    'pt-codigo-produto',
    'pt',
    `<form><img src="/prod/foto?id=1" width="200" height="90"><label>Código do produto <input name="cod" maxlength="8"></label></form>`,
  ],
  [
    'pt-sms',
    'pt',
    `<form><img src="/marca?1" width="160" height="50"><p>Digite o código que enviamos para seu celular</p><input name="codigo" maxlength="6"></form>`,
  ],
  [
    'es-codigo-barras',
    'es',
    `<form><img src="/cb?n=1" width="240" height="70"><label>Código de barras <input name="cb" maxlength="13"></label></form>`,
  ],
  [
    'es-codigo-sms',
    'es',
    `<form><img src="/marca?1" width="160" height="50"><p>Introduce el código que te hemos mandado al móvil</p><input name="codigo" maxlength="6"></form>`,
  ],
  [
    'fr-code-postal',
    'fr',
    `<form><img src="/carte?d=75" width="240" height="120"><label>Code postal <input name="cp" maxlength="5"></label></form>`,
  ],
  [
    'fr-code-sms',
    'fr',
    `<form><img src="/enseigne?1" width="160" height="50"><p>Saisissez le code à 6 chiffres reçu par SMS</p><input name="code" maxlength="6"></form>`,
  ],
  [
    'de-pin-brief',
    'de',
    `<form><img src="/kopf?1" width="240" height="60"><label>PIN aus Ihrem Brief <input name="pin" maxlength="8"></label></form>`,
  ],
  [
    'map-coordinates',
    'en',
    `<form><img src="/staticmap?ll=1,2" width="300" height="150"><label>Latitude <input name="lat"></label><label>Longitude <input name="lon"></label></form>`,
  ],
  [
    'avatar-generator',
    'en',
    `<form><img src="/identicon?seed=aa" width="200" height="80"><label>Seed <input name="seed" maxlength="10" autocomplete="off"></label></form>`,
  ],
  [
    'captcha-in-url-only',
    'en',
    `<form action="/captcha/settings"><img src="/captcha-service/header-strip.png" width="380" height="80"><label>Site name <input name="site_name"></label></form>`,
  ],
  [
    'spam-filter-admin',
    'en',
    `<form><h1>Spam filter</h1><img src="/spam/graph?d=7" width="300" height="100"><label>Blocked words <input name="blocked"></label></form>`,
  ],
  [
    'quote-of-day',
    'en',
    `<form><img src="/quote.png?d=3" width="400" height="90" alt="A quote"><label>Share text <input name="share" autocomplete="off"></label></form>`,
  ],
  [
    'image-cropper',
    'en',
    `<div><canvas width="300" height="150"></canvas><label>Width <input name="cw" maxlength="4" size="4"></label></div>`,
  ],
  [
    'handwriting-practice',
    'en',
    `<div><canvas width="240" height="100"></canvas><p>Write the letter shown</p><input name="learner" placeholder="Learner's name"></div>`,
  ],
  [
    'eye-test',
    'en',
    `<form><img src="/chart/line?n=5" width="260" height="60"><label>Which letters do you see? <input name="line5" maxlength="8"></label></form>`,
  ],
  [
    'signature-code',
    'en',
    `<form><canvas width="280" height="90"></canvas><label>Initials <input name="initials" maxlength="4" size="4"></label></form>`,
  ],
];

/** Written after the first held-out pages had shown what was weak. */
export const secondNegatives: Page[] = rows.map(([name, lang, body]) => none(`2/${name}`, body, { lang }));

import { img, none, type Page } from '../page.ts';

const product = (id: number): string =>
  `<li><a href="/p/${id}"><img src="/thumbs/${id}.jpg" width="160" height="100" alt="Product ${id}"></a><input type="text" name="qty[${id}]" value="1" size="2" maxlength="3"></li>`;
const swatch = (id: number): string => `<img src="/swatch.php?c=${id}" width="60" height="30" alt="Colour ${id}">`;

/** Pages as people meet them, with fields and pictures that have nothing to do with each other. */
export const wholePages: Page[] = [
  none(
    'shop-list',
    `<form action="/search"><input name="q"></form><ul>${[1, 2, 3, 4, 5, 6].map(product).join('')}</ul>`,
  ),
  none(
    'product-options',
    `<form><div>${[1, 2, 3].map(swatch).join('')}</div><label>Engraving text <input type="text" name="engraving" maxlength="10"></label><button>Add to cart</button></form>`,
  ),
  none(
    'size-preview',
    `<form><img id="preview" src="/preview.php?text=Hello&amp;font=3" width="300" height="80" alt="Preview"><label>Your text <input type="text" name="text" maxlength="20"></label></form>`,
  ),
  none(
    'gallery-search',
    `<div><input type="text" placeholder="Search pictures" name="query"></div><div>${[1, 2, 3, 4].map((id) => img(`/g/${id}.jpg`, 200, 120, `alt="Picture ${id}"`)).join('')}</div>`,
  ),
  none(
    'verify-email-illustration',
    `<main><img src="/img/verify-email.svg" width="280" height="160" alt="Verify your e-mail"><h1>Verify your e-mail</h1><p>Enter the verification code we e-mailed to you.</p><form><input type="text" name="verificationCode" maxlength="6" autocomplete="off"><button>Verify</button><a href="#">Resend code</a></form></main>`,
  ),
  none(
    'otp-boxes',
    `<img src="/logo" width="140" height="40" alt="Logo"><p>Enter your code</p><div>${[1, 2, 3, 4, 5, 6].map((at) => `<input type="text" maxlength="1" inputmode="numeric" aria-label="Digit ${at}">`).join('')}</div>`,
  ),
  none(
    'chat-widget',
    `<div class="chat"><div class="msg"><img src="/agents/eva.png" width="60" height="40" alt="Eva"><p>Hello! How may I help?</p></div><div class="emoji">${[1, 2, 3].map((id) => img(`/emoji/${id}.png`, 24, 24)).join('')}</div><input type="text" placeholder="Type a message"><button>Send</button></div>`,
  ),
  none(
    'map-search',
    `<div class="map"><canvas width="380" height="150"></canvas><img src="/tiles/3/4/5.png" width="256" height="128" alt=""><input type="text" placeholder="Find an address"></div>`,
  ),
  none(
    'chart-filters',
    `<div><svg width="360" height="120" viewBox="0 0 360 120" class="chart">${'<path d="M0 0h1"/>'.repeat(6)}<text x="3" y="9">Jan</text></svg><label>From <input type="text" name="from" size="10"></label><label>To <input type="text" name="to" size="10"></label></div>`,
  ),
  none(
    'weather',
    `<div class="weather"><img src="/icons/cloud.php?c=4" width="100" height="60" alt="Cloudy"><b>12 °C</b><input type="text" name="city" placeholder="Your town"></div>`,
  ),
  none(
    'phone-country',
    `<form><div class="iti"><div class="flag-dropdown"><i class="flag de" style="display:inline-block;width:60px;height:20px;background-image:url(/flags.png)"></i></div><input type="tel" name="phone" placeholder="0151 2345678"></div></form>`,
  ),
  none(
    'sprite-button-beside-code',
    `<form><label>Voucher code <input type="text" name="voucher_code" maxlength="10"></label><span class="btn" style="display:inline-block;width:80px;height:30px;background-image:url(/sprite.png)"></span></form>`,
  ),
  none(
    'signature-and-name',
    `<form><p>Sign here</p><canvas id="pad" width="380" height="120"></canvas><button type="button">Clear</button><label>Type your name <input type="text" name="name"></label></form>`,
  ),
  none(
    'file-list',
    `<ul>${['pdf', 'doc', 'zip'].map((type) => `<li><img src="/icons/${type}.png" width="60" height="30" alt="${type}"> report.${type}</li>`).join('')}</ul><form><input type="text" name="filename" placeholder="New folder"></form>`,
  ),
  none(
    'forum-post',
    `<form><input type="text" name="subject" maxlength="60"><div>${[1, 2, 3, 4].map((id) => `<a href="#" onclick="insert(${id})"><img src="/smilies/${id}.gif" width="60" height="30" alt=":${id}:"></a>`).join('')}</div><textarea name="message"></textarea></form>`,
  ),
  none(
    'bank-login-image',
    `<form><p>Is this your security image?</p><img src="/secimage.do?id=77" width="150" height="100" alt="Security image"><p>Phrase: <b>Blue boat</b></p><label>Password <input type="password" name="password"></label></form>`,
  ),
  none(
    'id-card-example',
    `<form><label>Document number <input type="text" name="document" maxlength="9" autocomplete="off"></label><img src="/img/passport-number.png" width="300" height="90" alt="The number is in the upper right corner"></form>`,
  ),
  none(
    'meter-reading',
    `<form><img src="/img/meter.jpg" width="240" height="80" alt="A meter"><label>Enter the digits shown on your meter <input type="text" name="reading" maxlength="6"></label></form>`,
  ),
  none(
    'wifi-portal',
    `<img src="/hotel-logo.png" width="220" height="70" alt="Hotel"><form><label>Room number <input type="text" name="room" maxlength="4"></label><label>Access code <input type="text" name="code" maxlength="8"></label><button>Connect</button></form>`,
  ),
  none(
    'partner-banner-and-referral',
    `<form><label>Referral code (optional) <input type="text" name="ref" maxlength="8" autocomplete="off"></label><a href="https://partner.test/?c=1"><img src="/banner.php?zone=4" width="234" height="60" alt=""></a></form>`,
  ),
  none(
    'ad-beside-login',
    `<form><input type="text" name="user"><input type="password" name="pass"><button>Log in</button></form><a href="/click?id=4"><img src="/adserver/view.php?n=ab12" width="300" height="80"></a>`,
  ),
  none(
    'counter-guestbook',
    `<form><p>Name <input type="text" name="name" size="20" maxlength="10"></p><textarea name="entry"></textarea><input type="submit"></form><p>Visitors: <img src="/cgi-bin/counter.cgi?id=5" width="90" height="25" alt=""></p>`,
  ),
  none(
    'short-url-tool',
    `<form><input type="text" name="url" placeholder="https://"><input type="text" name="alias" placeholder="Custom code" maxlength="10"><img src="/qr.php?d=x" width="150" height="150" alt=""></form>`,
  ),
  none(
    'login-qr',
    `<div class="login"><div class="qrcode"><img src="/login/qr?t=1" width="180" height="180"></div><form><input name="phone" placeholder="手机号"><input name="code" placeholder="验证码"><button type="button">获取验证码</button></form></div>`,
    { lang: 'zh' },
  ),
  none(
    'zh-login-logo',
    `<img src="/img/logo.png" width="200" height="60"><form><input name="mobile" placeholder="手机号码" maxlength="11"><input name="vcode" placeholder="请输入验证码" maxlength="6"><a id="send">发送验证码</a></form>`,
    { lang: 'zh' },
  ),
  none(
    'app-store-badges',
    `<form><label>Phone <input type="tel" name="phone"></label><button>Text me a link</button></form><img src="/badges/appstore.svg" width="135" height="40" alt="App Store"><img src="/badges/play.png" width="135" height="40" alt="Google Play">`,
  ),
  none(
    'image-submit',
    `<form><label>Code word <input type="text" name="word" maxlength="8"></label><input type="image" src="/buttons/go.gif" width="80" height="30" alt="Go"></form>`,
  ),
  none(
    'stock-ticker',
    `<form><label>Symbol <input type="text" name="symbol" maxlength="5" size="5" autocomplete="off"></label><img src="/chart.php?s=ABC&amp;t=1698" width="300" height="120" alt="Chart"></form>`,
  ),
  none(
    'crossword',
    `<form><img src="/puzzles/91.png" width="300" height="150" alt="Rebus"><label>Your answer <input type="text" name="answer" maxlength="12" autocomplete="off"></label></form>`,
  ),
  none(
    'spreadsheet',
    `<table>${Array.from({ length: 40 }, (_, row) => `<tr><td><img src="/cells/${row}.png" width="80" height="24" alt=""></td><td><input type="text" name="a${row}"></td><td><input type="text" name="b${row}"></td></tr>`).join('')}</table>`,
  ),
];

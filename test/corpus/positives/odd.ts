import { dataPicture, img, type Page, page } from '../page.ts';
import { LIBRARIES } from './libraries.ts';

const [django, , , securimage] = LIBRARIES;
const second = (html = ''): string =>
  html.replaceAll('captcha_image', 'captcha2_image').replaceAll('captcha_code', 'captcha2_code');

/** Other kinds of pictures, several on a page, and pages that say next to nothing. */
export const odd: Page[] = [
  page(
    'canvas-react-simple-captcha',
    `<div id="root"><div class="App"><div class="form"><div><canvas id="canv" width="120" height="40"></canvas><div><a id="reload_href" style="cursor:pointer;color:blue">Reload Captcha</a></div></div><div><input placeholder="Enter Captcha Value" id="user_captcha_input" name="user_captcha_input" type="text"></div><button>Submit</button></div></div></div>`,
    { answer: [{ picture: 'canvas', field: '#user_captcha_input' }] },
  ),
  page(
    'canvas-verify-code',
    `<form><input type="text" name="account" placeholder="账号"><div class="code-row"><input type="text" class="code-input" placeholder="请输入验证码"><canvas id="s-canvas" width="112" height="38"></canvas></div></form>`,
    { lang: 'zh', answer: [{ picture: '#s-canvas', field: '.code-input' }] },
  ),
  page(
    'css-background',
    `<form><p>Name <input name="name"></p><div class="captcha-row"><div id="cap" style="width:160px;height:50px;background-image:url(/captcha/show?id=8)"></div><label>Enter the code above <input type="text" name="captcha" maxlength="6"></label></div></form>`,
    { answer: [{ picture: '#cap', field: '[name=captcha]' }] },
  ),
  page(
    'css-background-sheet',
    `<form><label>Login <input name="login"></label><div class="vc"><input type="text" name="vcode" id="vc"><i class="vcpic"></i></div></form>`,
    {
      head: '<style>.vcpic{display:inline-block;width:100px;height:36px;background:url("/vcode.php?x=1") no-repeat}</style>',
      answer: [{ picture: '.vcpic', field: '#vc' }],
    },
  ),
  page(
    'input-image-refresh',
    `<form><p>Code from the picture: <input type="text" name="turing"></p><input type="image" id="ti" src="turing.cgi?s=4" width="140" height="44" title="Click for another picture"><input type="submit" value="Register"></form>`,
    { answer: [{ picture: '#ti', field: '[name=turing]' }] },
  ),
  page(
    'picture-element',
    `<form><div><picture><source srcset="/captcha.webp" type="image/webp"><img src="/captcha.png" alt="" width="200" height="60"></picture></div><label for="x1">Enter the letters you see</label><input id="x1" name="letters"></form>`,
    { answer: [{ picture: 'img', field: '#x1' }] },
  ),
  page(
    'securimage-two-forms',
    `<form id="a"><p>Report</p>${securimage?.picture}${securimage?.extras}${securimage?.field()}<input type="submit"></form><form id="b"><p>Ask</p>${second(securimage?.picture)}${second(securimage?.extras)}${second(securimage?.field())}<input type="submit"></form>`,
    {
      sizes: securimage?.sizes ?? {},
      answer: [
        { picture: '#captcha_image', field: '#captcha_code' },
        { picture: '#captcha2_image', field: '#captcha2_code' },
      ],
    },
  ),
  page(
    'two-in-one-form',
    `<form><div><img id="p1" src="/cap/one.php" width="120" height="40"><input id="f1" name="code_one" placeholder="Text in image 1"></div><div><img id="p2" src="/cap/two.php" width="120" height="40"><input id="f2" name="code_two" placeholder="Text in image 2"></div></form>`,
    {
      answer: [
        { picture: '#p1', field: '#f1' },
        { picture: '#p2', field: '#f2' },
      ],
    },
  ),
  page(
    'hidden-mobile-copy',
    `<div style="display:none"><form id="m">${django?.picture.replace('class="captcha"', 'class="captcha m"')}<input type="text" name="captcha_1" id="m_captcha"></form></div><form id="d">${django?.picture.replace('class="captcha"', 'class="captcha d"')}<input type="text" name="captcha_1" id="d_captcha"></form>`,
    { sizes: django?.sizes ?? {}, answer: [{ picture: 'img.d', field: '#d_captcha' }] },
  ),
  page(
    'honeypot-beside',
    `<form><label style="display:none">Leave this empty <input name="captcha_url"></label><p>${img('/img/captcha.php?r=3', 150, 50)}</p><p>Enter code <input name="code" id="real"></p></form>`,
    { answer: [{ picture: 'img', field: '#real' }] },
  ),
  page(
    'modal-dialog',
    `${img('/p/one.jpg', 300, 200, 'alt="Product"')}<div role="dialog" class="modal"><h3>Please confirm</h3><p>We noticed unusual traffic. Type the characters you see in this image:</p>${img(dataPicture(200, 70), 200, 70)}<input type="text" id="captchacharacters" name="field-keywords" placeholder="Type characters" autocomplete="off"><a onclick="window.location.reload()">Try different image</a><button>Continue</button></div>`,
    { answer: [{ picture: '.modal img', field: '#captchacharacters' }] },
  ),
  page(
    'no-keyword-random-query',
    `<form><p><img src="/pic.php?rnd=0.8825" width="110" height="38"></p><p>Text in the picture <input name="t" maxlength="5" size="6" autocomplete="off"></p><input type="submit"></form>`,
    { answer: [{ picture: 'img', field: '[name=t]' }] },
  ),
  page(
    'no-keyword-data-uri',
    `<form><p><img src="${dataPicture(160, 60)}" width="160" height="60" alt=""></p><p><input name="phrase" autocomplete="off"></p><button>Send</button></form>`,
    { answer: [{ picture: 'img', field: '[name=phrase]' }] },
  ),
  page(
    'image-in-refresh-link',
    `<form><p><input name="email" type="email"></p><a href="#" class="reload" title="Other picture"><img src="/secimg.ashx" width="130" height="40" alt=""></a><br><label>Security text <input name="sectext" maxlength="6"></label></form>`,
    { answer: [{ picture: 'a.reload img', field: '[name=sectext]' }] },
  ),
  page(
    'vbulletin',
    `<form><fieldset class="fieldset"><legend>Image Verification</legend><table><tr><td>Please enter the six letters or digits that appear in the image opposite.<br><input type="text" class="bginput" name="humanverify[input]" size="10" maxlength="6"><input type="hidden" name="humanverify[hash]" value="f0e1"></td><td><img id="imagereg" src="image.php?type=hv&amp;hash=f0e1" alt="Registration Image" width="201" height="61"></td></tr></table></fieldset></form>`,
    { answer: [{ picture: '#imagereg', field: '[name="humanverify[input]"]' }] },
  ),
  page(
    'discuz-seccode',
    `<form><table><tr><th>验证码</th><td><span id="seccode_cS"><input name="seccodeverify" id="seccodeverify_cS" type="text" autocomplete="off" style="width:100px" class="txt"><a href="javascript:;" onclick="updateseccode('cS')">换一个</a><span id="vseccode_cS"><br><img src="misc.php?mod=seccode&amp;update=32919&amp;idhash=cS" width="100" height="30" class="vm" alt=""></span></span></td></tr></table></form>`,
    { lang: 'zh', answer: [{ picture: 'img.vm', field: '#seccodeverify_cS' }] },
  ),
  page(
    'smf',
    `<form><div class="centertext"><img src="index.php?action=verificationcode;vid=register;rand=9c2" alt="Visual verification" id="verification_image" width="225" height="60"><div class="smalltext"><a href="index.php?action=verificationcode;vid=register;rand=9c2;sound">Listen to the letters</a> / <a href="#" id="visual_refresh">Request another image</a><br>Type the letters shown in the picture:<br><input type="text" name="register_vv[code]" size="30" autocomplete="off"></div></div></form>`,
    { answer: [{ picture: '#verification_image', field: '[name="register_vv[code]"]' }] },
  ),
  page(
    'icon-inside-field-wrapper',
    `<form class="login"><div class="f"><img src="/i/user.svg" width="20" height="20" alt=""><input name="u" placeholder="User"></div><div class="f"><img src="/i/lock.svg" width="20" height="20" alt=""><input type="password" name="p"></div><div class="f"><img src="/i/shield.svg" width="20" height="20" alt=""><input name="c" placeholder="Verification code"><img class="vc" src="/api/verify/image" width="100" height="36"></div></form>`,
    { answer: [{ picture: '.vc', field: '[name=c]' }] },
  ),
];

import { dataPicture, type Page, page } from '../page.ts';

/** Sites that made their own, in their own languages. */
export const languages: Page[] = [
  page(
    'zh-login-kaptcha-table',
    `<form action="login.do"><table><tr><td>用户名：</td><td><input type="text" name="userName"></td></tr><tr><td>密码：</td><td><input type="password" name="pwd"></td></tr><tr><td>验证码：</td><td><input type="text" name="checkcode" id="checkcode" size="4" maxlength="4"><img id="vimage" src="servlet/image.jsp" width="60" height="20" align="absmiddle" onclick="this.src='servlet/image.jsp?'+Math.random()"></td></tr></table><input type="button" value="登录"></form>`,
    { lang: 'zh', answer: [{ picture: '#vimage', field: '#checkcode' }] },
  ),
  page(
    'zh-element-ui',
    `<div id="app"><form class="el-form login-form"><div class="el-form-item"><div class="el-input"><input type="text" autocomplete="off" placeholder="账号" class="el-input__inner"></div></div><div class="el-form-item"><div class="el-input"><input type="password" placeholder="密码" class="el-input__inner"></div></div><div class="el-form-item"><div class="el-input" style="width:63%"><input type="text" autocomplete="off" placeholder="验证码" class="el-input__inner c"></div><div class="login-code"><img class="login-code-img" src="${dataPicture(111, 36)}" width="111" height="36"></div></div><button type="button" class="el-button"><span>登 录</span></button></form></div>`,
    { lang: 'zh', answer: [{ picture: '.login-code-img', field: 'input.c' }] },
  ),
  page(
    'zh-traditional-input-before',
    `<form><p>帳號 <input name="acc"></p><p>請輸入驗證碼 <input type="text" name="validate" maxlength="5"> <img src="/Validate.aspx" alt="驗證碼"></p><p><a href="javascript:refresh()">重新產生</a></p></form>`,
    { lang: 'zh-TW', answer: [{ picture: 'img', field: '[name=validate]' }], sizes: { '/Validate.aspx': [90, 30] } },
  ),
  page(
    'zh-graph-code-before-sms',
    `<form><div><input name="mobile" placeholder="手机号"></div><div><input name="imgCode" placeholder="图形验证码" maxlength="4"><img class="pic" src="/api/v1/graph?uuid=77c0" width="100" height="40"></div><div><input name="smsCode" placeholder="短信验证码" maxlength="6"><button type="button">获取验证码</button></div></form>`,
    { lang: 'zh', answer: [{ picture: '.pic', field: '[name=imgCode]' }] },
  ),
  page(
    'ru-dle-registration',
    `<form><ul class="ui-form"><li><input type="text" name="name" placeholder="Логин"></li><li class="form-group"><label for="sec_code">Код безопасности</label><div class="c-captcha"><a onclick="reload();return false" title="Кликните на изображение чтобы обновить код" href="#"><span id="dle-captcha"><img src="/engine/modules/antibot/antibot.php" alt="Кликните на изображение" width="160" height="80"></span></a><input placeholder="Повторите код" title="Введите код указанный на картинке" type="text" name="sec_code" id="sec_code" required></div></li></ul></form>`,
    { lang: 'ru', answer: [{ picture: '#dle-captcha img', field: '#sec_code' }] },
  ),
  page(
    'ru-bitrix',
    `<form><table><tr><td>Защита от автоматического заполнения</td></tr><tr><td><input type="hidden" name="captcha_sid" value="0c9f"><img src="/bitrix/tools/captcha.php?captcha_sid=0c9f" width="180" height="40" alt="CAPTCHA"></td></tr><tr><td>Введите слово на картинке<span>*</span>: <input type="text" name="captcha_word" maxlength="50" value=""></td></tr></table></form>`,
    { lang: 'ru', answer: [{ picture: 'img', field: '[name=captcha_word]' }] },
  ),
  page(
    'ru-forum-digits',
    `<form><p>Имя: <input type="text" name="nick"></p><p><img src="regimg.php?n=18201" width="100" height="30"></p><p>Цифры с картинки: <input type="text" name="regnum" size="6" maxlength="6"></p></form>`,
    { lang: 'ru', answer: [{ picture: 'img', field: '[name=regnum]' }] },
  ),
  page(
    'pt-government-lookup',
    `<form><label for="txtCNPJ">CNPJ:</label><input type="text" id="txtCNPJ" maxlength="18"><div class="linha"><img id="imgCaptcha" src="${dataPicture(180, 50)}" alt="Imagem com os caracteres anti robô" width="180" height="50"><a href="#">Trocar imagem</a></div><label for="txtTexto">Digite os caracteres acima:</label><input type="text" id="txtTexto" name="txtTexto_captcha_serpro_gov_br" maxlength="6"><input type="submit" value="Consultar"></form>`,
    { lang: 'pt', answer: [{ picture: '#imgCaptcha', field: '#txtTexto' }] },
  ),
  page(
    'pt-letras-sem-palavra',
    `<form><p>Nome <input name="nome"></p><p><img src="/letras.php" width="140" height="45"><br>Digite as letras que aparecem na imagem: <input name="letras" size="8"></p></form>`,
    { lang: 'pt', answer: [{ picture: 'img', field: '[name=letras]' }] },
  ),
  page(
    'de-sicherheitscode',
    `<form><div><label>Ihr Name</label><input type="text" name="name"></div><div><label for="sc">Sicherheitscode</label><img src="/inc/sicherheitscode.php?sid=aa1" alt="Sicherheitscode" width="120" height="40"><input type="text" id="sc" name="sicherheitscode" maxlength="5" autocomplete="off"></div></form>`,
    { lang: 'de', answer: [{ picture: 'img', field: '#sc' }] },
  ),
  page(
    'de-zeichen-abtippen',
    `<form><table><tr><td>Spamschutz</td><td><img src="spam.php?k=8812" width="150" height="40" alt=""></td></tr><tr><td></td><td>Bitte die Zeichen abtippen<br><input name="spamschutz" size="6"></td></tr></table></form>`,
    { lang: 'de', answer: [{ picture: 'img', field: '[name=spamschutz]' }] },
  ),
  page(
    'fr-antispam',
    `<form><p>Votre pseudo <input name="pseudo"></p><p><img src="/crypt/cryptographp.php?cfg=0" id="cryptogram" alt="Cryptogramme" width="130" height="40"> <a title="Nouvelle image" href="#"><img src="/crypt/images/reload.png" width="16" height="16" alt=""></a></p><p>Recopiez les caractères : <input type="text" name="crypto"></p></form>`,
    { lang: 'fr', answer: [{ picture: '#cryptogram', field: '[name=crypto]' }] },
  ),
  page(
    'es-texto-de-la-imagen',
    `<form><div class="campo"><span>Correo</span><input name="correo"></div><div class="campo"><img src="/imagen_seguridad.jsp" width="110" height="40"></div><div class="campo"><span>Introduzca el texto de la imagen</span><input type="text" name="texto"></div></form>`,
    { lang: 'es', answer: [{ picture: 'img', field: '[name=texto]' }] },
  ),
  page(
    'ja-gazou-ninsho',
    `<form><dl><dt>お名前</dt><dd><input type="text" name="namae"></dd><dt>画像認証</dt><dd><img src="/auth/img.cgi?k=2219" width="160" height="50" alt="認証画像"><br><input type="text" name="ninsho" size="8"></dd></dl></form>`,
    { lang: 'ja', answer: [{ picture: 'img', field: '[name=ninsho]' }] },
  ),
  page(
    'it-codice-immagine',
    `<form><p>Nome <input name="nome"></p><p>Inserisci il codice che vedi nell'immagine <input type="text" name="codice" maxlength="6"> <img src="/php/codice_img.php" width="120" height="40"></p></form>`,
    { lang: 'it', answer: [{ picture: 'img', field: '[name=codice]' }] },
  ),
  page(
    'pl-przepisz-kod',
    `<form><p>E-mail <input name="mail"></p><p><img src="/token.php?1698" width="120" height="40" alt="kod"> Przepisz kod z obrazka <input type="text" name="kod" maxlength="6"></p></form>`,
    { lang: 'pl', answer: [{ picture: 'img', field: '[name=kod]' }] },
  ),
];

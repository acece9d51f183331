/**
 * What tells an image captcha from other forms, as rows of weight and words (fact sheet of widgets, 6.2 and 6.3). Words
 * are alternatives of a regular expression, in lower case and without accents: `words` stand alone, `parts` are found
 * within words too. Tune here, then run `detect.test.ts`.
 */
export interface Row {
  weight: number;
  words?: string;
  parts?: string;
}

/** It says what it is. */
export const CAPTCHA: Row = {
  weight: 5,
  words: 'turing|yzm\\w*|anti ?(?:bot|spam|robot)\\w*|spam ?(?:schutz|protection|check|code)|human ?verify',
  parts: '[ck]aptcha|securimage|seccode|капч|图形验证|画像認証|자동입력',
};

const TEXT = 'characters?|letters?|text|codes?|words?|digits?|numbers?|symbols?|value|verif\\w*';

/** "The characters in the picture", in a label. */
export const TASK: Row = {
  weight: 4,
  words: [
    `(?:${TEXT})\\b.{0,40}\\b(?:image|picture|you see|below|above|shown(?! on))|(?:image|picture) ?(?:${TEXT})|what you see`,
    'visual verification|(?:type|enter|copy) the (?:text|characters|letters|word|digits|number)|security (?:text|image)|case (?:in)?sensitive',
    '(?:codigo|caracter\\w*|letras|texto|numeros|palabra|palavra)\\b.{0,30}\\b(?:imagem|imagen|figura|acima|ao lado)|lo que ves?',
    '(?:code|caracteres|lettres|texte|mot)\\b.{0,30}\\b(?:image|affich\\w*)|recopie\\w*|(?:nao sou|not|pas) (?:um |a |un )*rob\\w*',
    '(?:code|zeichen|text|buchstaben|ziffern|wort)\\b.{0,30}\\b(?:bild\\w*|grafik)|sicherheitscode|zeichen|angezeigte\\w* \\w+|vor robotern',
    '(?:codice|caratteri|testo)\\b.{0,30}immagine|(?:kod|znaki|tekst)\\b.{0,20}obrazk\\w*|code over|overtyp\\w*|guvenlik|resimdeki|ma (?:xac nhan|bao mat)',
    // By name alone, as the libraries have it that use no other word.
    'phrase',
  ].join('|'),
  parts: [
    '(?:код|символ|слов|цифр|букв|текст).{0,30}(?:картинк|изображ|рисунк|зображ|малюнк)|не робот',
    '[图圖](?:中|片|形|上|像)?.{0,8}[码碼字符数]|[右左下上](?:边|侧|图|の).{0,6}[字符数]|看不清|画像.{0,12}(?:文字|数字|コード)|表示され.{0,8}文字',
    'الصورة|امنیتی|تصویر|이미지|보안문자|投稿キー',
  ].join('|'),
};

/** Names and labels that captchas share with much else. */
export const CODE: Row = {
  weight: 2,
  words:
    'code|[vj] ?v?code|vd ?code|verif\\w*|valid\\w*|check ?code|(?:sec\\w*|auth|img|image|pic|confirm|rand\\w*|cap) ?(?:code|text|word)|human|answer|letters|crypt\\w*|codigo|codice|kod|letras|texto|(?:img|txt)?cap|capt',
  parts: '验证码|驗證碼|код|провер|ninsho|認証',
};

/** In Chinese a picture is the rule for these words, and a message the exception that has a button. */
export const USUALLY: Row = { weight: 1, parts: '验证码|驗證碼' };

/** What other fields are for. */
export const OTHER: Row = {
  weight: -6,
  words: [
    'e ?mail|mail|user ?(?:name)?|login|account|member|(?:first|last|full|nick|display|user|file)? ?name|nick|subject|title',
    'q|query|search|keywords?|filter|find|phone|mobile|tel|sms|otp|totp|mfa|2fa|tan|authenticator|app|sent|scan|whatsapp|passcode|mailed|movil|celular',
    'coupon|promo\\w*|voucher|gift|discount|cupom|kupon|gutschein\\w*|invit\\w*|referral|ref|parrain\\w*|activation|licen[cs]e|product|serial|loyalty',
    'cv[vc]2?|csc|card|zip|post ?code|postal|pocztowy|plz|postleitzahl|cep|country|city|town|address|street|company|isbn|barcode|tracking',
    'url|website|link|message|comment|caption|alt|alternative|preview|qty|quantity|amount|price|date|age|room|access|game|meeting',
    'cnpj|cpf|fiscale|iban|nome|correo|courriel|pseudo|your (?:name|text)|document|passport|meter|reading|engraving|alias|signed|guess|tags|formula|hex',
    '(?:seed|recovery|pass|secret) ?phrase|(?:order|customer|case|roll|booking|flight|client) ?(?:number|no|code|id|reference)?|kundennummer|kdnr',
    'last three digits|kartenpruf\\w*|pruefziffer|erhalten|recu|enviado|enviamos|last \\d digits|(?:shown|printed|displayed) on|receipt|survey',
  ].join('|'),
  parts:
    '短信|手机|邮箱|动态|邀请|兑换|账号|用户|帳號|смс|письм|почт|телефон|номер|логин|поиск|промо|купон|имя|индекс|お名前|クーポン|郵便|届いた|인증번호',
};

/** A button that has a code sent. */
export const SEND: Row = {
  weight: -6,
  words: '(?:send|get|resend|request) (?:a |the |new )*(?:code|sms)|resend',
  parts: '获取|发送|重新发送|秒后|重发|(?:получить|выслать|отправить) (?:код|еще)|받기',
};

/** A question in words: no picture is needed to answer it. */
export const QUESTION: Row = {
  weight: -5,
  words: 'what is|which|how (?:many|much)|math\\w*|quiz\\w*|you hear|question|bigger|plus|minus',
  parts: '\\d ?[+×*÷] ?\\d|\\d ?=|= ?$',
};

const PICTURE_NAME: Row = {
  weight: 5,
  words: [
    '(?:verif\\w*|valid\\w*|check|auth|rand\\w*|sec\\w*|v|vc|vd|login|pass|cap) ?(?:code|image|img|pic)\\w*|vimage|img ?(?:sec|cap|cod)\\w*',
    '(?:code|codice|kod) ?(?:img|image|pic)|(?:img|image|pic) ?code|imagen seguridad|sicherheits\\w*|confirm id|mode confirm|reg ?(?:img|image)',
    'crypt\\w*|visual verification|verification ?code|letras|letters|vc|vv|guvenlik|antirobot',
    // It is made anew by a click.
    'this src',
  ].join('|'),
  parts: '验证码|驗證碼|点击|看不清|換一|换一|認証',
};

const PICTURE_HINT: Row = {
  weight: 2,
  words:
    'code|verif\\w*|valid\\w*|sec\\w*|rand|rnd|confirm|auth|token|session|sess|sid|uuid|characters|reg\\w*|human|capt?',
};

/** Pictures of something else, whatever else their names say. */
export const PICTURE_NEVER: Row = {
  weight: -7,
  words: [
    'logo\\w*|brand\\w*|wordmark|avatar\\w*|gravatar|qr\\w*|icon\\w*|flags?|cards?|visa|mastercard|paypal|cv[vc]\\w*|emoji|smil\\w*',
    'photos?|product|map|charts?|sparkline|barcode|badges?|seals?|banners?|signature|examples?|sample|screenshot|illustration',
  ].join('|'),
};

/** Pictures of something else, or parts of a captcha's address that are about something else. */
export const PICTURE_SELDOM: Row = {
  weight: -7,
  words: [
    'thumbs?|(?<!img )thumbnail|tiles?|hero|refresh|reload|audio|sound|speaker|play|loading|spinner|arrow|weather|pad|preview|upload',
    'ads?|adserver|counter|swatch|buttons?|doodle|sprite|profile|gallery|covers?|poster|header|footer|slice|piece|bg|background|mail sent',
    'e ?mail|phone|app ?store|media|render|stats|shapes',
  ].join('|'),
};

export const PICTURE_NAMES: Row[] = [CAPTCHA, PICTURE_NAME];
export const PICTURE: Row[] = [...PICTURE_NAMES, PICTURE_HINT];

/** Another picture for the asking. */
export const REFRESH: Row[] = [
  {
    weight: 1.5,
    words:
      '(?:new|another|other|different|change|refresh|reload|renew|request|can t read|cannot read)\\b.{0,12}(?:image|picture|code|text|captcha)?|nouvelle image|trocar|outra|cambiar|neues bild',
    parts: '换一|換一|看不清|刷新|重新產生|обнов|другую|別の画像|更新|새로고침',
  },
];

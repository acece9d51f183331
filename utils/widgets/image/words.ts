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
  words: 'turing|yzm\\w*|anti ?(?:bot|spam)|spam\\w*|human ?verify|[ck]aptch\\w*',
  parts: '[ck]aptcha|securimage|seccode|капч|图形验证|画像認証',
};

const TEXT = 'characters?|letters?|text|code|words?|digits?|numbers?|symbols?|value';

/** "The characters in the picture", in a label. */
const TASK: Row = {
  weight: 4,
  words: [
    `(?:${TEXT}|verif\\w*)\\b.{0,40}\\b(?:image|picture)`,
    `(?:image|picture) ?(?:${TEXT}|verification)|visual verification|(?:code|text) (?:above|below)`,
    `(?:type|enter|copy) the (?:text|characters|letters|word|digits)|${'security (?:text|image)'}`,
    '(?:codigo|caracter\\w*|letras|texto|numeros|palabra|palavra)\\b.{0,30}\\b(?:imagem|imagen|figura|acima)',
    '(?:code|caracteres|lettres|texte|mot)\\b.{0,30}\\bimage|recopie\\w*',
    '(?:code|zeichen|text|buchstaben|ziffern|wort)\\b.{0,30}\\b(?:bild\\w*|grafik)|sicherheitscode|zeichen',
    '(?:codice|caratteri|testo)\\b.{0,30}immagine|(?:kod|znaki|tekst)\\b.{0,20}obrazk\\w*',
  ].join('|'),
  parts: [
    '(?:код|символ|слов|цифр|букв|текст).{0,30}(?:картинк|изображ|рисунк)',
    '[图圖](?:中|片|形|上|像)?.{0,8}[码碼字符数]|看不清|画像.{0,12}(?:文字|数字|コード)|認証(?:文字|コード)',
  ].join('|'),
};

/** Names and labels that captchas share with much else. */
const CODE: Row = {
  weight: 2,
  words:
    'phrase|code|[vj] ?v?code|verif\\w*|valid\\w*|check ?code|(?:sec\\w*|auth|img|image|pic|confirm|rand\\w*) ?(?:code|text|word)|human|robot|answer|letters|crypt\\w*|codigo|codice|kod|letras|texto',
  parts: '验证码|驗證碼|код|провер|ninsho|認証',
};

/** What other fields are for. */
const OTHER: Row = {
  weight: -6,
  words: [
    'e ?mail|mail|user ?(?:name)?|login|account|member|(?:first|last|full|nick|display|user|file)? ?name|nick|subject|title',
    'q|query|search|keywords?|filter|find|phone|mobile|tel|sms|otp|totp|mfa|2fa|tan|authenticator|app|sent|scan',
    'coupon|promo\\w*|voucher|gift|discount|cupom|gutschein\\w*|invit\\w*|referral|ref|activation|licen[cs]e|product|serial',
    'cv[vc]2?|csc|card|pin|zip|post ?code|postal|plz|postleitzahl|country|city|town|address|street|company|isbn|barcode|tracking',
    'url|website|link|message|comment|caption|alt|alternative|preview|qty|quantity|amount|price|date|from|to|age|room|access',
    'cnpj|cpf|nome|correo|courriel|pseudo|your (?:name|text)|document|passport|meter|reading|engraving|alias|signed|secret',
    'last three digits|kartenpruf\\w*|pruefziffer|erhalten|recu|enviado|last \\d digits',
  ].join('|'),
  parts: '短信|手机|邮箱|动态|邀请|账号|用户|帳號|смс|письм|почт|телефон|логин|поиск|промо|имя|индекс|お名前',
};

/** A button that has a code sent. */
const SEND: Row = {
  weight: -6,
  words: '(?:send|get|resend|request) (?:a |the |new )*(?:code|sms)|resend',
  parts: '获取|发送|重新发送|(?:получить|выслать|отправить) код',
};

/** A question in words: no picture is needed to answer it. */
const QUESTION: Row = {
  weight: -5,
  words: 'what is|which|how many|math\\w*|quiz\\w*|you hear|question|bigger|plus|minus',
  parts: '[+×*=]|\\d ?- ?\\d',
};

export const FIELD: Row[] = [CAPTCHA, TASK, CODE, OTHER, QUESTION];
export const NEAR: Row[] = [CAPTCHA, TASK, CODE];
export const AGAINST: Row[] = [{ ...OTHER, weight: -3 }, QUESTION, SEND];

const PICTURE_NAME: Row = {
  weight: 5,
  words: [
    '(?:verif\\w*|valid\\w*|check|auth|rand\\w*|sec\\w*|v|vc|login|graph) ?(?:code|image|img|pic)\\w*|vimage|codeimg|yzm\\w*',
    '(?:code|codice|kod) ?(?:img|image|pic)|(?:img|image|pic) ?code|imagen seguridad|sicherheits\\w*|confirm id|mode confirm|regimg',
    'crypt\\w*|visual verification|verification ?code|letras|letters|graph|vc|vv',
  ].join('|'),
  parts: '验证码|驗證碼|点击刷新|認証',
};

const PICTURE_HINT: Row = {
  weight: 2,
  words: 'code|verif\\w*|valid\\w*|sec|rand|rnd|confirm|auth|token|session|sid|uuid|characters|reg\\w*|human',
};

const PICTURE_OTHER: Row = {
  weight: -7,
  words: [
    'logo\\w*|brand\\w*|wordmark|avatar\\w*|gravatar|qr\\w*|icon\\w*|flags?|cards?|visa|mastercard|paypal|cv[vc]\\w*|emoji|smil\\w*',
    'thumbs?|thumbnail|photo|product|map|tiles?|chart|graph chart|sparkline|barcode|badges?|seals?|banners?|hero|refresh|reload|audio|sound|speaker|play',
    'loading|spinner|arrow|weather|signature|pad|preview|upload|illustration|ads?|adserver|counter|swatch|buttons?|example|example captcha',
    'doodle|sprite|profile|gallery|cover|poster|header|footer|slice|piece|bg|background|mail sent|e ?mail|phone|app ?store',
  ].join('|'),
};

export const PICTURE: Row[] = [CAPTCHA, PICTURE_NAME, PICTURE_HINT, PICTURE_OTHER];

/** Another picture for the asking. */
export const REFRESH: Row[] = [
  {
    weight: 1.5,
    words:
      '(?:new|another|other|different|change|refresh|reload|renew|request|can ?t read|cannot read)\\b.{0,12}(?:image|picture|code|text|captcha)?|nouvelle image|trocar|outra|cambiar|neues bild',
    parts: '换一|換一|看不清|刷新|重新產生|обнов|другую|別の画像|更新',
  },
];

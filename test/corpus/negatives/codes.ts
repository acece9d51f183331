import { dataPicture, img } from '../page.ts';
import type { Family } from './families.ts';

/** Codes that do not stand in a picture: the worst of what looks like a captcha. */
export const codes: Family[] = [
  {
    name: 'sms-code',
    fields: [
      [
        'en',
        'Enter the code we sent to your phone',
        '<input type="text" name="code" maxlength="6" inputmode="numeric" autocomplete="one-time-code">',
      ],
      ['en', 'Verification code', '<input type="text" name="verification_code" id="otp" maxlength="6">'],
      [
        'zh',
        '短信验证码',
        '<input type="text" name="verifyCode" maxlength="6"><button type="button">获取验证码</button>',
      ],
      ['ru', 'Код из СМС', '<input type="tel" name="code" maxlength="5" autocomplete="off">'],
      ['pt', 'Código enviado por SMS', '<input type="text" name="codigo" maxlength="6">'],
      ['de', 'Bestätigungscode aus der SMS', '<input type="text" name="tan" maxlength="6" autocomplete="off">'],
    ],
    pictures: [
      img('/static/logo.png', 160, 48, 'alt="Bank of Example"'),
      img('/img/phone-illustration.svg', 220, 160, 'alt=""'),
      '<svg width="120" height="40" viewBox="0 0 120 40" role="img" aria-label="Example"><path d="M0 0h20v20z"/><path d="M30 0h20v20z"/></svg>',
    ],
  },
  {
    name: 'email-code',
    fields: [
      [
        'en',
        'We sent a code to your e-mail. Enter it here',
        '<input type="text" name="code" maxlength="8" autocomplete="off">',
      ],
      ['ru', 'Введите код из письма', '<input type="text" name="confirm_code" maxlength="6">'],
      ['zh', '邮箱验证码', '<input type="text" name="code" maxlength="6"><a href="javascript:;">发送验证码</a>'],
      ['fr', 'Saisissez le code reçu par e-mail', '<input type="text" name="code" size="6">'],
    ],
    pictures: [
      img('/assets/mail-sent.png', 240, 120, 'alt="An envelope"'),
      img('/brand/wordmark.png', 150, 50, 'alt=""'),
    ],
  },
  {
    name: 'two-factor-setup',
    fields: [
      [
        'en',
        'Scan the QR code, then enter the code from your authenticator app',
        '<input type="text" name="code" maxlength="6" autocomplete="off">',
      ],
      ['de', 'Scannen Sie den QR-Code und geben Sie den Code aus der App ein', '<input name="totp" maxlength="6">'],
      ['zh', '扫描二维码后输入动态验证码', '<input type="text" name="code" maxlength="6">'],
    ],
    pictures: [
      img('/2fa/qr?secret=JBSW', 200, 200, 'alt="QR code"'),
      img(dataPicture(180, 180), 180, 180),
      '<canvas width="192" height="192"></canvas>',
      '<svg width="164" height="164" viewBox="0 0 41 41"><path d="M0 0h7v7H0z"/><path d="M9 0h1v3z"/></svg>',
    ],
  },
  {
    name: 'coupon',
    fields: [
      ['en', 'Coupon code', '<input type="text" name="coupon" maxlength="10">'],
      ['en', 'Have a promo code? Enter code', '<input type="text" name="code" placeholder="Promo code">'],
      ['ru', 'Промокод', '<input type="text" name="code">'],
      ['pt', 'Cupom de desconto', '<input type="text" name="codigo" maxlength="8">'],
      ['de', 'Gutscheincode', '<input type="text" name="code" maxlength="12">'],
    ],
    pictures: [
      img('/logos/partner.png', 140, 45, 'alt="Partner"'),
      img('/cart/shoe.jpg', 120, 90, 'alt="Shoe"'),
      img('/banners/sale', 300, 80, ''),
    ],
  },
  {
    name: 'card-security-code',
    fields: [
      ['en', 'Security code (CVV)', '<input type="text" name="security_code" maxlength="4" autocomplete="off">'],
      ['en', 'Security code', '<input type="text" name="cvc" maxlength="3" autocomplete="cc-csc">'],
      [
        'en',
        'Card security code: the last three digits shown in the picture',
        '<input type="text" name="securityCode" maxlength="4" size="4">',
      ],
      ['es', 'Código de seguridad', '<input type="text" name="cvv2" maxlength="4">'],
      ['de', 'Kartenprüfnummer', '<input type="text" name="pruefziffer" maxlength="4">'],
    ],
    pictures: [
      img('/img/cvv-hint.png', 90, 56, 'alt="Where to find the security code"'),
      img('/img/card_back.gif', 120, 76, 'alt=""'),
      img('/seals/verified-by-visa.png', 90, 40, 'alt="Verified by Visa"'),
    ],
  },
  {
    name: 'gift-and-invites',
    fields: [
      ['en', 'Gift card PIN', '<input type="text" name="pin" maxlength="8" autocomplete="off">'],
      ['en', 'Invitation code', '<input type="text" name="invite_code">'],
      ['en', 'Activation code printed on the card', '<input type="text" name="activation" maxlength="10">'],
      ['zh', '邀请码', '<input type="text" name="code" maxlength="6">'],
      ['en', 'Enter the product code shown on the label', '<input type="text" name="productCode" size="10">'],
    ],
    pictures: [
      img('/img/giftcard.jpg', 240, 150, 'alt="Gift card"'),
      img('/img/label-example.png', 300, 120, 'alt="Where to find the code"'),
    ],
  },
  {
    name: 'barcode-and-tracking',
    fields: [
      ['en', 'Barcode number', '<input type="text" name="barcode" maxlength="13">'],
      ['en', 'Tracking number', '<input type="text" name="tracking" maxlength="20">'],
      ['en', 'ISBN', '<input type="text" name="isbn" size="13">'],
      ['en', 'Serial number', '<input type="text" name="serial" maxlength="10" autocomplete="off">'],
    ],
    pictures: [img('/barcode.php?text=40012345', 200, 60, 'alt="barcode"'), img('/img/parcel.png', 160, 90, 'alt=""')],
  },
  {
    name: 'post-and-country-codes',
    fields: [
      ['en', 'ZIP code', '<input type="text" name="zip" maxlength="5">'],
      ['de', 'Postleitzahl', '<input type="text" name="plz" maxlength="5">'],
      ['ru', 'Почтовый индекс', '<input type="text" name="index_code" maxlength="6">'],
      [
        'en',
        'Country code and phone',
        '<input type="text" name="country_code" size="4"><input type="tel" name="phone">',
      ],
    ],
    pictures: [img('/flags/de.png', 24, 16, 'alt="Germany"'), img('/map/static?center=1,2', 300, 150, 'alt="Map"')],
  },
];

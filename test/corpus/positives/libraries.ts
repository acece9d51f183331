import { dataPicture, type Pair, type Sizes } from '../page.ts';

/** One library's captcha in pieces, for the layouts to put together (fact sheet of widgets, 6.2). */
export interface Captcha {
  name: string;
  picture: string;
  /** Attributes go into the answer's field. */
  field(attributes?: string): string;
  hidden: string;
  /** Links and icons beside the picture. */
  extras: string;
  label: string;
  id: string;
  answer: Pair;
  sizes: Sizes;
}

const HEX = '3f2a9c1d4b5e6f708192a3b4c5d6e7f8091a2b3c';
const icon = (src: string, attributes = ''): string => `<img src="${src}" width="20" height="20" ${attributes}>`;

export const LIBRARIES: Captcha[] = [
  {
    name: 'django-simple-captcha',
    picture: `<img src="/captcha/image/${HEX}/" alt="captcha" class="captcha" />`,
    field: (more = '') =>
      `<input type="text" name="captcha_1" required autocapitalize="off" autocomplete="off" autocorrect="off" spellcheck="false" id="id_captcha_1" ${more}>`,
    hidden: `<input type="hidden" name="captcha_0" value="${HEX}" required id="id_captcha_0">`,
    extras: '',
    label: 'Captcha',
    id: 'id_captcha_1',
    answer: { picture: 'img.captcha', field: '#id_captcha_1' },
    sizes: { [`/captcha/image/${HEX}/`]: [67, 21] },
  },
  {
    name: 'fancycaptcha',
    picture:
      '<div class="fancycaptcha-image-container"><img class="fancycaptcha-image" src="/index.php?title=Special:Captcha/image&amp;wpCaptchaId=905" alt=""></div>',
    field: (more = '') =>
      `<input name="wpCaptchaWord" id="wpCaptchaWord" required size="12" autocomplete="off" autocorrect="off" autocapitalize="off" ${more}>`,
    hidden: '<input type="hidden" name="wpCaptchaId" id="wpCaptchaId" value="905">',
    extras: '<small class="confirmedit-captcha-reload fancycaptcha-reload">Refresh</small>',
    label: 'Enter the text you see in the image',
    id: 'wpCaptchaWord',
    answer: { picture: 'img.fancycaptcha-image', field: '#wpCaptchaWord' },
    sizes: { '/index.php?title=Special:Captcha/image&wpCaptchaId=905': [255, 64] },
  },
  {
    name: 'phpbb',
    picture:
      '<img src="./ucp.php?mode=confirm&amp;confirm_id=9d8c7b6a5f4e3d2c1b0a99887766&amp;type=1" alt="" width="360" height="96">',
    field: (more = '') =>
      `<input type="text" name="confirm_code" id="confirm_code" size="8" maxlength="8" class="inputbox narrow" title="Confirmation code" ${more}>`,
    hidden: '<input type="hidden" name="confirm_id" id="confirm_id" value="9d8c7b6a5f4e3d2c1b0a99887766">',
    extras: '<input type="submit" name="refresh_vc" class="button2" value="Refresh confirmation code">',
    label: 'Confirmation code',
    id: 'confirm_code',
    answer: { picture: 'img[src*="mode=confirm"]', field: '#confirm_code' },
    sizes: {},
  },
  {
    name: 'securimage',
    picture:
      '<img id="captcha_image" src="/securimage/securimage_show.php?id=6d1f0f5a4a7a0" alt="CAPTCHA Image" style="float:left">',
    field: (more = '') =>
      `<input type="text" name="captcha_code" id="captcha_code" autocomplete="off" autocapitalize="off" ${more}>`,
    hidden: '<input type="hidden" id="captcha_image_captcha_id" name="captcha_id" value="6d1f0f5a4a7a0">',
    extras: `<div id="captcha_image_audio_div"><audio id="captcha_image_audio" preload="none" style="display:none"></audio></div>
<a tabindex="-1" style="border:0" href="#" class="captcha_play_button" title="Play CAPTCHA audio">${icon('/securimage/images/audio_icon.png', 'alt="Play CAPTCHA audio" class="captcha_play_image"')}${icon('/securimage/images/loading.png', 'alt="Loading audio" class="captcha_loading_image" style="display:none"')}</a>
<a tabindex="-1" style="border:0" href="#" title="Refresh Image" onclick="securimageRefreshCaptcha('captcha_image');return false">${icon('/securimage/images/refresh.png', 'alt="Refresh Image"')}</a>`,
    label: 'Type the text:',
    id: 'captcha_code',
    answer: { picture: '#captcha_image', field: '#captcha_code' },
    sizes: { '/securimage/securimage_show.php?id=6d1f0f5a4a7a0': [215, 80] },
  },
  {
    name: 'gregwar',
    picture: '<img src="session.php">',
    field: (more = '') => `<input type="text" name="phrase" ${more}>`,
    hidden: '',
    extras: '',
    label: 'Copy the CAPTCHA:',
    id: '',
    answer: { picture: 'img[src="session.php"]', field: '[name=phrase]' },
    sizes: { 'session.php': [150, 40] },
  },
  {
    name: 'gregwar-bundle',
    picture: `<img class="captcha_image" id="image_6512" src="${dataPicture(130, 50)}" alt="" title="captcha" width="130" height="50">`,
    field: (more = '') => `<input type="text" id="form_captcha" name="form[captcha]" required ${more}>`,
    hidden: '<input type="hidden" id="form__token" name="form[_token]" value="kq8">',
    extras: '<a class="captcha_reload" href="javascript:reload_image_6512();">Renew</a>',
    label: 'Captcha',
    id: 'form_captcha',
    answer: { picture: '#image_6512', field: '#form_captcha' },
    sizes: {},
  },
  {
    name: 'cf7-really-simple',
    picture:
      '<img class="wpcf7-form-control wpcf7-captchac wpcf7-captcha-captcha-170" width="72" height="24" alt="captcha" src="/wp-content/uploads/wpcf7_captcha/1423370421.png">',
    field: (more = '') =>
      `<span class="wpcf7-form-control-wrap captcha-170"><input type="text" name="captcha-170" value="" size="4" maxlength="4" class="wpcf7-form-control wpcf7-captchar" autocomplete="off" ${more}></span>`,
    hidden: '<input type="hidden" name="_wpcf7_captcha_challenge_captcha-170" value="1423370421">',
    extras: '',
    label: 'Type these letters',
    id: '',
    answer: { picture: 'img.wpcf7-captchac', field: '[name=captcha-170]' },
    sizes: {},
  },
  {
    name: 'drupal-image',
    picture:
      '<img src="/image-captcha-generate/1337/1694" width="180" height="60" alt="Image CAPTCHA" title="Image CAPTCHA" loading="lazy">',
    field: (more = '') =>
      `<input autocomplete="off" type="text" id="edit-captcha-response" name="captcha_response" value="" size="15" maxlength="128" class="form-text required" ${more}>`,
    hidden:
      '<input type="hidden" name="captcha_sid" value="1337"><input type="hidden" name="captcha_token" value="zKq-7">',
    extras: '<div class="description">Enter the characters shown in the image.</div>',
    label: 'What code is in the image?',
    id: 'edit-captcha-response',
    answer: { picture: 'img[alt="Image CAPTCHA"]', field: '#edit-captcha-response' },
    sizes: {},
  },
];

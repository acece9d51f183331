import type { ImagePage } from '../images/page.ts';
import { imageForm } from './image-parts.ts';

// Markup as four libraries write it, as far as a reader of the page can tell; facts/widgets.md 6.2.

const QUIET = 'autocomplete="off" autocorrect="off" autocapitalize="off"';

export const LIBRARIES = {
  // Goes by key: the address always answers the same. A link to the spoken form wraps the picture.
  django: {
    title: 'django-simple-captcha',
    slots: [{ name: 'a', field: 'captcha_1', keyField: 'captcha_0' }],
    script: `ready(function () {
  document.querySelector('.js-captcha-refresh').addEventListener('click', function () {
    fetch('/captcha/refresh/', { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(function (reply) { return reply.json(); })
      .then(function (fresh) {
        document.querySelector('img.captcha').src = fresh.image_url;
        find('id_captcha_0').value = fresh.key;
      });
  });
});`,
    body: (view) => {
      const { key } = view.make();
      return imageForm(
        view,
        `<label for="id_captcha_1">Captcha:</label>
  <a href="/captcha/audio/${key}.wav" title="Play audio"><img src="/captcha/image/${key}/" alt="captcha" class="captcha"></a>
  <input type="hidden" name="captcha_0" value="${key}" required id="id_captcha_0">
  <input type="text" name="captcha_1" required id="id_captcha_1" ${QUIET} spellcheck="false">
  <button type="button" class="js-captcha-refresh">Refresh</button>`,
      );
    },
  },
  mediawiki: {
    title: 'Create account',
    slots: [{ name: 'a', field: 'wpCaptchaWord', keyField: 'wpCaptchaId' }],
    script: `ready(function () {
  document.querySelector('.fancycaptcha-reload').addEventListener('click', function () {
    fetch('/wiki/api.php?action=fancycaptchareload&format=json', { method: 'POST' })
      .then(function (reply) { return reply.json(); })
      .then(function (reply) {
        var index = reply.fancycaptchareload.index;
        document.querySelector('.fancycaptcha-image').src = '/wiki/index.php?title=Special:Captcha/image&wpCaptchaId=' + index;
        find('mw-input-captchaId').value = index;
        find('mw-input-captchaWord').value = '';
      });
  });
});`,
    body: (view) => {
      const { id } = view.make();
      return imageForm(
        view,
        `<label for="mw-input-captchaWord">To protect the wiki, please enter the words that appear below</label>
  <div class="fancycaptcha-captcha-container"><div class="fancycaptcha-image-container">
    <img class="fancycaptcha-image" src="/wiki/index.php?title=Special:Captcha/image&amp;wpCaptchaId=${id}" alt="">
    <small class="confirmedit-captcha-reload fancycaptcha-reload">Refresh</small></div></div>
  <input name="wpCaptchaWord" id="mw-input-captchaWord" size="12" required autocorrect="off" autocapitalize="none">
  <input type="hidden" name="wpCaptchaId" id="mw-input-captchaId" value="${id}">`,
      );
    },
  },
  // Redraws on each request; the refresh and audio links have pictures of their own.
  securimage: {
    title: 'Securimage',
    slots: [{ name: 'a', field: 'captcha_code' }],
    script: `function refreshPicture(event) {
  event.preventDefault();
  find('captcha_image').src = window.fresh(find('captcha_image').src.split('&t=')[0]);
}
ready(function () { find('captcha_refresh').addEventListener('click', refreshPicture); });`,
    body: (view) =>
      imageForm(
        view,
        `<img id="captcha_image" src="/securimage/securimage_show.php?id=${view.session}" alt="CAPTCHA Image">
  <a tabindex="-1" href="#"><img src="/icon.png?play" alt="Play CAPTCHA Audio" height="32" width="32"></a>
  <img src="/icon.png?wait" alt="Loading audio" height="32" width="32" style="display: none">
  <a id="captcha_refresh" tabindex="-1" href="#" title="Refresh Image"><img src="/icon.png?refresh" alt="Refresh Image" height="32" width="32"></a>
  <p><label for="captcha_code">Type the text:</label> <input type="text" name="captcha_code" id="captcha_code" autocomplete="off">
  <input type="hidden" id="captcha_image_captcha_id" name="captcha_id" value="${view.session}"></p>`,
      ),
  },
  // A static file of 72 by 24; the form goes by script, and a wrong answer brings another file.
  cf7: {
    title: 'Contact us',
    spec: { width: 72, height: 24, letters: 4 },
    slots: [{ name: 'a', field: 'captcha-1', keyField: '_wpcf7_captcha_challenge_captcha-1' }],
    script: `function refill() {
  fetch('/wp-json/contact-form-7/v1/contact-forms/1/refill').then(function (reply) { return reply.json(); })
    .then(function (reply) {
      var url = reply.captcha['captcha-1'];
      document.querySelector('.wpcf7-captcha-captcha-1').src = url;
      document.querySelector('[name="_wpcf7_captcha_challenge_captcha-1"]').value = /(\\d+)\\.png$/.exec(url)[1];
      document.querySelector('[name="captcha-1"]').value = '';
    });
}
document.addEventListener('submit', function (event) {
  event.preventDefault();
  fetch('/cf7', { method: 'POST', headers: { accept: 'application/json, */*;q=0.1' }, body: new FormData(event.target) })
    .then(function (reply) { return reply.json(); })
    .then(function (reply) {
      find('verdict').textContent = reply.success ? 'accepted' : 'rejected';
      if (!reply.success) refill();
    });
});`,
    body: (view) => {
      const { id } = view.make();
      return `<div class="wpcf7"><p id="verdict"></p>${imageForm(
        view,
        `<input type="hidden" name="_wpcf7_captcha_challenge_captcha-1" value="${id}">
  <img class="wpcf7-form-control wpcf7-captchac wpcf7-captcha-captcha-1" width="72" height="24" alt="captcha" src="/wp-content/uploads/wpcf7_captcha/${id}.png">
  <span class="wpcf7-form-control-wrap" data-name="captcha-1"><input size="40" class="wpcf7-form-control wpcf7-captchar" autocomplete="off" type="text" name="captcha-1"></span>`,
        { more: ' class="wpcf7-form"' },
      )}</div>`;
    },
  },
} satisfies Record<string, ImagePage>;

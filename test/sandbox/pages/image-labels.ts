import type { ImagePage } from '../images/page.ts';
import { answerField, image, imageForm, usual } from './image-parts.ts';

// What the form says about the answer, and how the server takes it; facts/widgets.md 6.3.

export const LABELS = {
  numeric: {
    title: 'Digits',
    spec: { look: 'digits' },
    body: (view) =>
      usual(
        view,
        image(view.address()),
        answerField('captcha', ' inputmode="numeric" pattern="[0-9]*" maxlength="5"', 'Enter the code'),
      ),
  },
  'case-sensitive': {
    title: 'Small and capital letters',
    spec: { caseSensitive: true },
    body: (view) =>
      usual(
        view,
        image(view.address()),
        answerField('captcha', ' maxlength="5"', 'Enter the characters (case sensitive)'),
      ),
  },
  'wrong-first': {
    title: 'The first answer is called wrong',
    refusals: 1,
    body: (view) => usual(view, image(view.address())),
  },
  two: {
    title: 'Two forms',
    slots: [
      { name: 'a', field: 'captcha' },
      { name: 'b', field: 'captcha_two' },
    ],
    body: (view) =>
      ['a', 'b']
        .map((slot, nth) =>
          imageForm(
            view,
            `<div>${image(view.address('png', { slot }), {}, nth === 0 ? 'picture' : 'picture-two')}</div>
  ${answerField(nth === 0 ? 'captcha' : 'captcha_two')}`,
            { id: `form-${slot}` },
          ),
        )
        .join('\n'),
  },
  // Tables and a label in another script: picture and field in cells of their own.
  kaptcha: {
    title: '登录',
    slots: [{ name: 'a', field: 'verifyCode' }],
    script: `ready(function () {
  find('codeImg').addEventListener('click', function () { this.src = window.fresh(this.src.split('?')[0]); });
});`,
    body: (view) =>
      imageForm(
        view,
        `<table><tr><td>验证码</td><td><input type="text" name="verifyCode" size="6" maxlength="5"></td>
  <td><img id="codeImg" src="${view.address()}" title="点击刷新" style="cursor: pointer"></td><td>看不清？换一张</td></tr></table>`,
      ),
  },
} satisfies Record<string, ImagePage>;

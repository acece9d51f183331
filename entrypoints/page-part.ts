import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { HELLO, type Recorder } from '../utils/page/line';
import { recaptchaPage } from '../utils/widgets/recaptcha/page';
import type { Question } from '../utils/widgets/recaptcha/question';

export default defineUnlistedScript(() => {
  const install = (recorder: Recorder) => {
    if (recorder.answerer) return;
    const answer = recaptchaPage(recorder);
    recorder.answerer = (question, subject) => answer(question as Question, subject);
  };
  // The recorder stops this event before any listener of the page can see it.
  window.dispatchEvent(new CustomEvent(HELLO, { detail: install, cancelable: true }));
});

import { createApp, defineComponent, h, ref } from 'vue';
import vueRecaptcha from 'vue3-recaptcha2';
import { record, siteKey, submit } from '../shared/page.ts';
import { SignUpForm } from '../shared/vue-form.ts';

const App = defineComponent(() => {
  const token = ref<string | null>(null);
  const verdict = ref('');

  const verified = (response: string) => {
    record('verify', response);
    token.value = response;
  };
  const expired = () => {
    record('expire');
    token.value = null;
  };
  const send = async () => {
    verdict.value = await submit(token.value);
  };

  return () =>
    h(SignUpForm, { canSubmit: token.value !== null, verdict: verdict.value, onSubmit: send }, () =>
      h(vueRecaptcha, {
        sitekey: siteKey,
        size: 'normal',
        theme: 'light',
        onVerify: verified,
        onExpire: expired,
        onFail: () => record('fail'),
        onError: () => record('error'),
      }),
    );
});

createApp(App).mount('#root');

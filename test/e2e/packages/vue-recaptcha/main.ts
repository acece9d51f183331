import { createApp, defineComponent, h, ref } from 'vue';
import { VueRecaptcha } from 'vue-recaptcha';
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
    record('expired');
    token.value = null;
  };
  const send = async () => {
    verdict.value = await submit(token.value);
  };

  return () =>
    h(SignUpForm, { canSubmit: token.value !== null, verdict: verdict.value, onSubmit: send }, () =>
      h(VueRecaptcha, { sitekey: siteKey, onVerify: verified, onExpired: expired, onError: () => record('error') }),
    );
});

createApp(App).mount('#root');

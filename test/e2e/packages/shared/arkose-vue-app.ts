import { createApp, defineComponent, h, ref, shallowRef } from 'vue';
import type { Enforcement, Mode } from './arkose.ts';
import { Arkose } from './arkose-vue.ts';
import { record, submit } from './page.ts';
import { SignUpForm } from './vue-form.ts';

/** In a lightbox the form's own button runs the check, whose answer sends the form; inline it waits for the answer. */
export function mountArkose(mode: Mode): void {
  const isInline = mode === 'inline';

  const App = defineComponent(() => {
    const enforcement = shallowRef<Enforcement>();
    const token = ref<string | null>(null);
    const verdict = ref('');

    const send = async () => {
      verdict.value = await submit(token.value, 'arkose_token');
    };
    const completed = (given: string) => {
      record('onCompleted', given);
      token.value = given;
      if (!isInline) void send();
    };
    const ready = (given: Enforcement) => {
      enforcement.value = given;
    };
    const submitted = () => (isInline ? void send() : enforcement.value?.run());
    const canSubmit = () => (isInline ? token.value : enforcement.value) != null;

    return () =>
      h(SignUpForm, { canSubmit: canSubmit(), verdict: verdict.value, onSubmit: submitted }, () =>
        h(Arkose, { mode, ...(isInline && { selector: '#challenge' }), onReady: ready, onCompleted: completed }),
      );
  });

  createApp(App).mount('#root');
}

import { defineComponent, h, onBeforeUnmount, onMounted, type PropType } from 'vue';
import { appendScript, type Enforcement, EVENTS, type Mode } from './arkose.ts';
import { record } from './page.ts';

/** The vendor's widget as a component: what it says is emitted. */
export const Arkose = defineComponent({
  props: { mode: { type: String as PropType<Mode>, required: true }, selector: String },
  emits: { ready: (_: Enforcement) => true, completed: (_: string) => true },
  setup({ mode, selector }, { emit }) {
    let remove = () => {};

    onMounted(() => {
      remove = appendScript((enforcement) => {
        enforcement.setConfig({
          ...Object.fromEntries(EVENTS.map((name) => [name, () => record(name)])),
          mode,
          ...(selector !== undefined && { selector }),
          onReady: () => {
            record('onReady');
            emit('ready', enforcement);
          },
          onCompleted: ({ token }) => emit('completed', token ?? ''),
        });
      });
    });
    onBeforeUnmount(() => remove());

    return () => (selector === undefined ? null : h('div', { id: selector.slice(1) }));
  },
});

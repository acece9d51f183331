import { defineComponent, h, ref } from 'vue';

export const SignUpForm = defineComponent({
  props: { canSubmit: { type: Boolean, required: true }, verdict: { type: String, required: true } },
  emits: ['submit'],
  setup(props, { emit, slots }) {
    const name = ref('');

    const handleSubmit = (event: Event) => {
      event.preventDefault();
      emit('submit');
    };
    const handleInput = (event: Event) => {
      name.value = (event.target as HTMLInputElement).value;
    };

    return () =>
      h('form', { onSubmit: handleSubmit }, [
        h('label', ['Name ', h('input', { name: 'name', value: name.value, onInput: handleInput })]),
        slots['default']?.(),
        h('button', { type: 'submit', disabled: !props.canSubmit }, 'Sign up'),
        h('p', { id: 'verdict' }, props.verdict),
      ]);
  },
});

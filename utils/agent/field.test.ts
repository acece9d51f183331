// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { setField } from './field';

it('fills, tells input and change in this order, and takes no focus', () => {
  document.body.innerHTML = '<input id="typing"><form><textarea></textarea></form>';
  const typing = document.querySelector('input');
  const field = document.querySelector('textarea');
  if (!typing || !field) throw new Error('no fields');
  typing.focus();
  const heard: string[] = [];
  for (const type of ['input', 'change', 'focus', 'blur'])
    document.addEventListener(
      type,
      (event) => heard.push(`${event.type} ${(event.target as Element).localName}`),
      true,
    );
  setField(field, 'TOKEN');
  expect(field.value).toBe('TOKEN');
  expect(heard).toEqual(['input textarea', 'change textarea']);
  expect(document.activeElement).toBe(typing);
});

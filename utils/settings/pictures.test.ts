import { describe, expect, it } from 'vitest';
import { MAX_RULE_HOSTS, MAX_RULES_PER_HOST } from '../widgets/image/limits';
import { withFile, withRule } from './pictures';

const rule = (id: string) => ({ picture: { selectors: [`#${id}`] }, field: { selectors: ['#code'] } });

describe('withRule', () => {
  it('adds to what is there; the same picture again takes the place of its first rule', () => {
    const before = { 'a.example': [{ ...rule('x'), name: 'Old' }, rule('y')] };
    expect(withRule(before, 'a.example', rule('x'))).toEqual({
      ok: true,
      pictures: { 'a.example': [rule('y'), rule('x')] },
    });
    expect(withRule(before, 'b.example', rule('x'))).toMatchObject({
      pictures: { ...before, 'b.example': [rule('x')] },
    });
  });

  it('has limits, and says what to do', () => {
    const full = { 'a.example': Array.from({ length: MAX_RULES_PER_HOST }, (_, at) => rule(`x${at}`)) };
    expect(withRule(full, 'a.example', rule('y'))).toMatchObject({
      ok: false,
      advice: expect.stringMatching('options'),
    });
    expect(withRule(full, 'a.example', rule('x0')).ok).toBe(true);
    const hosts = Object.fromEntries(
      Array.from({ length: MAX_RULE_HOSTS }, (_, at) => [`h${at}.example`, [rule('x')]]),
    );
    expect(withRule(hosts, 'a.example', rule('x')).ok).toBe(false);
  });

  it.each(['', '[::1]', 'https://a.example', 'a example'])('takes none for %j', (host) => {
    expect(withRule({}, host, rule('x')).ok).toBe(false);
  });
});

describe('withFile', () => {
  const file = (pictures: unknown) => JSON.stringify({ pictures });

  it('adds what is new and loses nothing', () => {
    const before = { 'a.example': [{ ...rule('x'), name: 'Mine' }] };
    expect(withFile(before, file({ 'a.example': [rule('x'), rule('y')], 'b.example': [rule('z')] }))).toEqual({
      ok: true,
      added: 2,
      known: 1,
      pictures: { 'a.example': [{ ...rule('x'), name: 'Mine' }, rule('y')], 'b.example': [rule('z')] },
    });
  });

  it.each<[string, number | undefined, string, RegExp]>([
    ['', 1, '', /Not JSON/],
    ['{\n"pictures": {},\n}', 3, '', /Not JSON/],
    ['[]', 1, '', /./],
    ['{\n"rules": {}, "pictures": {}}', 2, 'rules', /no such field/],
    ['{"pictures": {\n"https://a/": []}}', 2, 'pictures.https://a/', /host name/],
    ['{"pictures": {"a.example":\n[]}}', 1, 'pictures.a.example', /At least one rule/],
    [
      file({ 'a.example': [{ ...rule('x'), picture: { selectors: ['img['] } }] }),
      1,
      'pictures.a.example.0.picture.selectors.0',
      /not closed/,
    ],
    [
      file({ 'a.example': [{ ...rule('x'), picture: { selectors: ['[a=")"]'] }, path: 'login' }] }),
      1,
      'pictures.a.example.0.path',
      /begins with/,
    ],
    [file({ 'a.example': [{ picture: rule('x').picture }] }), 1, 'pictures.a.example.0.field', /./],
  ])('takes nothing of %s', (text, line, field, message) => {
    const read = withFile({ 'a.example': [rule('x')] }, text);
    expect(read.ok || read.problems).toMatchObject([{ line, field, message: expect.stringMatching(message) }]);
  });

  it('takes nothing of what would be too much', () => {
    const many = Array.from({ length: MAX_RULES_PER_HOST }, (_, at) => rule(`x${at}`));
    const read = withFile({ 'a.example': [rule('y')] }, file({ 'a.example': many }));
    expect(read.ok || read.problems).toMatchObject([
      { field: 'pictures.a.example', message: expect.stringMatching('already') },
    ]);
  });
});

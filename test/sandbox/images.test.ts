import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decode } from './images/formats/decode.ts';
import { readStrip } from './images/strip.ts';
import { createVisitor } from './images/visitor.ts';
import { type Sandbox, startSandbox } from './index.ts';
import { IMAGE_ENTRIES } from './pages/image-catalogue.ts';
import { ask } from './server/ask.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ solveAfterMs: 0, seed: 5 });
});

beforeEach(() => {
  sandbox.images.reset();
  sandbox.images.refuse = 0;
});

afterAll(() => sandbox.close());

const verdictOf = (html: string): string => /id="(?:verdict|error)"[^>]*>([^<]*)</.exec(html)?.[1] ?? '';

test('the right letters are accepted once, whatever the case', async () => {
  const visitor = createVisitor(sandbox);
  const { text } = await visitor.open('plain');
  const first = await visitor.post('plain', { captcha: ` ${text.toUpperCase()} ` });
  expect(verdictOf(first.answer.body)).toBe('accepted');
  expect(first.submission).toMatchObject({ page: 'plain', success: true, answers: [{ slot: 'a', right: true }] });
  const second = await visitor.post('plain', { captcha: text });
  expect(second.submission).toMatchObject({ success: false, answers: [{ right: false }] });
});

test('where the case counts it counts', async () => {
  const visitor = createVisitor(sandbox);
  const { text } = await visitor.open('case-sensitive');
  expect(text.toLowerCase()).not.toBe(text);
  expect((await visitor.post('case-sensitive', { captcha: text.toLowerCase() })).submission.success).toBe(false);
  const again = await visitor.open('case-sensitive');
  expect((await visitor.post('case-sensitive', { captcha: again.text })).submission.success).toBe(true);
});

test('each request makes a new picture, and the old answer is wrong', async () => {
  const visitor = createVisitor(sandbox);
  const before = await visitor.open('plain');
  await visitor.get('/plain/picture.png?again');
  const after = sandbox.images.current('plain');
  expect([before.state, after?.state]).toEqual(['replaced', 'open']);
  expect(after?.id).not.toBe(before.id);
  expect(sandbox.images.gets).toMatchObject([
    { page: 'plain', slot: 'a', id: before.id, url: 'http://images.test/plain/picture.png' },
    { page: 'plain', slot: 'a', id: after?.id, session: before.session },
  ]);
  expect((await visitor.post('plain', { captcha: before.text })).submission.success).toBe(false);
});

test('a wrong answer spends the picture and brings the form back with a word', async () => {
  const visitor = createVisitor(sandbox);
  const { text } = await visitor.open('plain');
  const { answer } = await visitor.post('plain', { captcha: 'wrong' });
  expect(verdictOf(answer.body)).toBe('The characters do not match the picture.');
  expect(answer.body).toContain('/plain/picture.png');
  expect((await visitor.post('plain', { captcha: text })).submission.success).toBe(false);
});

test('a request without the cookie makes a picture for somebody else', async () => {
  const visitor = createVisitor(sandbox);
  const { text, id } = await visitor.open('plain');
  await createVisitor(sandbox).get('/plain/picture.png');
  expect(sandbox.images.gets.at(-1)?.id).not.toBe(id);
  expect(sandbox.images.current('plain')?.id).toBe(id);
  expect((await visitor.post('plain', { captcha: text })).submission.success).toBe(true);
});

test('sessions do not see each other’s pictures', async () => {
  const [one, other] = [createVisitor(sandbox), createVisitor(sandbox)];
  const first = await one.open('plain');
  const second = await other.open('plain');
  expect(second.session).not.toBe(first.session);
  expect((await other.post('plain', { captcha: first.text })).submission.success).toBe(false);
  expect((await one.post('plain', { captcha: first.text })).submission.success).toBe(true);
});

test('right answers can be called wrong: the first of a session on one page, and as many as a test wants', async () => {
  const visitor = createVisitor(sandbox);
  const attempt = async (page: string): Promise<boolean> => {
    const { text } = await visitor.open(page);
    return (await visitor.post(page, { captcha: text })).submission.success;
  };
  expect([await attempt('wrong-first'), await attempt('wrong-first')]).toEqual([false, true]);
  sandbox.images.refuse = 1;
  expect([await attempt('plain'), await attempt('plain')]).toEqual([false, true]);
});

test('two forms on a page have an answer each', async () => {
  const visitor = createVisitor(sandbox);
  await visitor.get('/two');
  await visitor.get('/two/picture.png?slot=a');
  await visitor.get('/two/picture.png?slot=b');
  const [a, b] = [sandbox.images.current('two', 'a'), sandbox.images.current('two', 'b')];
  expect((await visitor.post('two', { captcha_two: b?.text ?? '' })).submission).toMatchObject({
    success: true,
    answers: [{ slot: 'b', right: true }],
  });
  expect((await visitor.post('two', { captcha: a?.text ?? '' })).submission.success).toBe(true);
});

test.each([
  ['django', '/captcha/image/%KEY/', 'captcha_1', 'captcha_0', 'key'],
  ['mediawiki', '/wiki/index.php?title=Special:Captcha/image&wpCaptchaId=%KEY', 'wpCaptchaWord', 'wpCaptchaId', 'id'],
  ['cf7', '/wp-content/uploads/wpcf7_captcha/%KEY.png', 'captcha-1', '_wpcf7_captcha_challenge_captcha-1', 'id'],
] as const)('%s goes by key: its address always gives the same', async (page, route, field, keyField, name) => {
  const visitor = createVisitor(sandbox);
  const { body } = await visitor.get(`/${page}`);
  const picture = sandbox.images.current(page);
  const key = String(picture?.[name]);
  const path = route.replace('%KEY', key);
  expect(body).toContain(path.replaceAll('&', '&amp;'));
  const files = [await visitor.get(path), await visitor.get(path)];
  expect(files[0]?.bytes.equals(files[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
  expect(sandbox.images.gets.map(({ id }) => id)).toEqual([picture?.id, picture?.id]);
  const stranger = await createVisitor(sandbox).post(page, { [field]: picture?.text ?? '' });
  expect(stranger.submission.success).toBe(false);
  const { submission } = await visitor.post(page, { [field]: picture?.text ?? '', [keyField]: key });
  expect(submission.success).toBe(true);
});

test('the libraries give another picture on request, and the old one is no good', async () => {
  const visitor = createVisitor(sandbox);
  await visitor.get('/mediawiki');
  const before = sandbox.images.current('mediawiki');
  const { body } = await visitor.get('/wiki/api.php?action=fancycaptchareload');
  const after = sandbox.images.current('mediawiki');
  expect(JSON.parse(body)).toEqual({ fancycaptchareload: { index: String(after?.id) } });
  const post = (text = '', id = 0) => visitor.post('mediawiki', { wpCaptchaWord: text, wpCaptchaId: String(id) });
  expect((await post(after?.text, after?.id)).submission.success).toBe(true);
  expect((await post(before?.text, before?.id)).submission.success).toBe(false);
  expect((await visitor.get(`/captcha/image/${'0'.repeat(40)}/`)).status).toBe(410);
});

test('scripts are told in JSON', async () => {
  const visitor = createVisitor(sandbox);
  const { text } = await visitor.open('spa', 'svg');
  const wrong = await visitor.post('spa', { captcha: 'no' }, { accept: 'application/json' });
  expect(JSON.parse(wrong.answer.body)).toMatchObject({ success: false });
  expect(wrong.submission.answers[0]?.picture?.text).toBe(text);
});

test('the other host is told the session in the address, and allows scripts where asked', async () => {
  const visitor = createVisitor(sandbox);
  const { body } = await visitor.get('/cors');
  const address = /https:\/\/pictures\.test[^"]*/.exec(body)?.[0].replaceAll('&amp;', '&') ?? '';
  const { headers } = await createVisitor(sandbox).get(address);
  expect(headers['access-control-allow-origin']).toBe('https://images.test');
  expect(headers['cache-control']).toBe('no-store');
  const picture = sandbox.images.current('cors');
  expect((await visitor.post('cors', { captcha: picture?.text ?? '' })).submission.success).toBe(true);
  const closed = await visitor.get(
    (await visitor.get('/cross-origin')).body.match(/https:\/\/pictures[^"]*/)?.[0] ?? '',
  );
  expect(closed.headers['access-control-allow-origin']).toBeUndefined();
});

test('every page is served, without the answer in its text', async () => {
  for (const { name } of IMAGE_ENTRIES) {
    const visitor = createVisitor(sandbox);
    const { status, body } = await visitor.get(`/${name}`);
    expect([name, status]).toEqual([name, 200]);
    const picture = sandbox.images.current(name) ?? (await visitor.open(name));
    expect(body).not.toContain(`>${picture.text}<`);
    expect(body).not.toContain('console.');
  }
});

test('the files are what they say, and carry their number', async () => {
  const visitor = createVisitor(sandbox);
  for (const [extension, type] of [
    ['png', 'image/png'],
    ['gif', 'image/gif'],
    ['jpg', 'image/jpeg'],
  ] as const) {
    const { bytes, headers } = await visitor.get(`/plain/picture.${extension}`);
    const raster = decode(bytes);
    expect(headers['content-type']).toBe(type);
    expect(raster && readStrip(raster)).toBe(sandbox.images.gets.at(-1)?.id);
    expect(bytes.byteLength).toBeLessThan(50_000);
  }
  const { bytes } = await visitor.get('/plain/picture.png?scale=2');
  expect(decode(bytes)).toMatchObject({ width: 300, height: 100 });
});

test("a page of one's own has a new picture at each load, which counts for who was shown it", async () => {
  const url = 'https://own.test/';
  sandbox.images.page(url, 'own', ({ id }) => `<p>${id}</p>`);
  const load = async () => {
    const { body, headers } = await ask(sandbox.port, url);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    return { body, cookie, picture: sandbox.images.current('own') };
  };
  const [first, second] = [await load(), await load()];
  expect(first.body).toBe(`<p>${first.picture?.id}</p>`);
  expect(second.picture?.id).not.toBe(first.picture?.id);
  const answer = async (cookie: string) => {
    const headers = { cookie, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const body = `captcha=${second.picture?.text}`;
    return JSON.parse((await ask(sandbox.port, url, { method: 'POST', headers, body })).body).success;
  };
  expect([await answer(first.cookie), await answer(second.cookie), await answer(second.cookie)]).toEqual([
    false,
    true,
    false,
  ]);
});

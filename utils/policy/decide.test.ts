import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challenge } from '../../test/fakes/jobs';
import { ask, automatic, invisible, judged, none, off, type Row, SITE, verdict } from '../../test/fakes/policy';
import { capmonster } from '../services/capmonster';
import { DEFAULTS, type Settings } from '../settings/schema';
import { decide, modeFor, standsInTheWay } from './decide';

const image = { kind: 'image', picture: 'p', field: 'f' } as const;
const arkose = { kind: 'funcaptcha', websiteKey: '69A21A01-CC7B-B9C6-0F9A-E7FA06677FFC' } as const;
const blob = { ...arkose, blob: 'ONE' } as const;

describe('decide', () => {
  it.each<[string, string, Row]>([
    ['solve', 'a checkbox in view', {}],

    // Modes: for all, a kind, a site.
    ['quiet', 'off for all', { settings: off }],
    ['quiet', 'off for all, automatic for the site', { settings: { ...off, sites: { [SITE]: automatic } } }],
    ['quiet', 'off for all, pressed', { settings: off, pressed: true }],
    ['quiet', 'off for the kind', { settings: { kinds: { recaptcha: off } } }],
    ['quiet', 'off for the site', { settings: { sites: { [SITE]: off } } }],
    ['quiet', 'off for the site, pressed', { settings: { sites: { [SITE]: off } }, pressed: true }],
    ['solve', 'off for another site', { settings: { sites: { 'other.example': off } } }],
    [
      'solve',
      'ask for the kind, automatic here',
      { settings: { kinds: { recaptcha: ask }, sites: { [SITE]: automatic } } },
    ],
    ['ask', 'ask', { settings: ask }],
    ['ask', 'ask for the kind', { settings: { kinds: { recaptcha: ask } } }],
    ['ask', 'ask for the site', { settings: { sites: { [SITE]: ask } } }],
    ['solve', 'ask for all, automatic for the kind', { settings: { ...ask, kinds: { recaptcha: automatic } } }],
    ['solve', 'ask, pressed', { settings: ask, pressed: true }],
    ['wait', 'ask, not drawn', { settings: ask, situation: { rendered: false } }],
    ['ask', 'ask, out of view', { settings: ask, situation: { inView: false } }],
    [
      'ask',
      'ask, invisible, challenge shown',
      { settings: ask, challenge: invisible, situation: { rendered: false, challengeShown: true } },
    ],
    // A button takes no room: only its press has to wait.
    ['ask', 'ask, others at work', { settings: ask, counts: { open: 20 } }],

    // When automatic acts.
    ['solve', 'rendered: out of view', { settings: { when: 'rendered' }, situation: { inView: false } }],
    ['wait', 'rendered: not drawn', { settings: { when: 'rendered' }, situation: { rendered: false } }],
    ['wait', 'in view: out of view', { situation: { inView: false } }],
    ['wait', 'in view: not drawn', { situation: { rendered: false } }],
    ['wait', 'used: not used', { settings: { when: 'used' } }],
    ['solve', 'used: used', { settings: { when: 'used' }, situation: { used: true } }],
    ['solve', 'used: used, out of view', { settings: { when: 'used' }, situation: { used: true, inView: false } }],
    ['wait', 'used: used, not drawn', { settings: { when: 'used' }, situation: { used: true, rendered: false } }],

    // Pictures: only what is surely a captcha is solved by itself, and not for ever.
    ['solve', 'a picture', { challenge: image }],
    ['ask', 'what is probably a captcha', { challenge: image, situation: { certain: false } }],
    [
      'wait',
      'what is probably a captcha, not drawn',
      { challenge: image, situation: { certain: false, rendered: false } },
    ],
    [
      'solve',
      'what is probably a captcha, pressed',
      { challenge: image, situation: { certain: false }, pressed: true },
    ],
    ['solve', 'a picture that came back twice', { challenge: image, tries: 2 }],
    ['ask', 'a picture that came back again', { challenge: image, tries: 3 }],
    ['solve', 'a picture that came back again, pressed', { challenge: image, tries: 3, pressed: true }],
    ['wait', 'a picture that is answered', { challenge: image, situation: { answered: true } }],

    // FunCaptcha: without a one-time value it may pass by itself; with one it is decided while the page's call is held.
    ['wait', 'FunCaptcha at rest', { challenge: arkose }],
    ['wait', 'FunCaptcha, running', { challenge: arkose, situation: { executed: true } }],
    [
      'solve',
      'FunCaptcha, its challenge shown',
      { challenge: arkose, situation: { executed: true, challengeShown: true } },
    ],
    ['wait', 'with a blob, not begun', { challenge: blob }],
    ['solve', 'with a blob, held', { challenge: blob, situation: { held: true } }],
    ['solve', 'with a blob, held, hidden on the page', { challenge: blob, situation: { held: true, rendered: false } }],
    ['wait', 'with a blob, held, in a hidden tab', { challenge: blob, situation: { held: true, tabVisible: false } }],
    ['wait', 'with a blob, spent', { challenge: blob, situation: { executed: true, challengeShown: true } }],
    ['wait', 'with a blob, spent, pressed', { challenge: blob, situation: { executed: true }, pressed: true }],
    [
      'wait',
      'with a blob, held, here it may begin first',
      { challenge: blob, situation: { held: true }, settings: { sites: { [SITE]: { letRun: true } } } },
    ],
    ['quiet', 'with a blob, held, off', { challenge: blob, situation: { held: true }, settings: off }],

    // Only where the person is.
    ['wait', 'hidden tab', { situation: { tabVisible: false } }],
    ['wait', 'hidden tab, ask', { settings: ask, situation: { tabVisible: false } }],
    [
      'wait',
      'hidden tab, challenge shown',
      { challenge: invisible, situation: { tabVisible: false, challengeShown: true } },
    ],
    ['solve', 'hidden tab, pressed before', { situation: { tabVisible: false }, pressed: true }],
    ['quiet', 'private window', { place: { incognito: true } }],
    ['quiet', 'private window, pressed', { place: { incognito: true }, pressed: true }],
    ['solve', 'private window, allowed', { place: { incognito: true }, settings: { privateWindows: true } }],

    // Invisible widgets.
    ['wait', 'invisible, at rest', { challenge: invisible }],
    ['wait', 'invisible, executed', { challenge: invisible, situation: { executed: true } }],
    [
      'solve',
      'invisible, challenge shown',
      { challenge: invisible, situation: { executed: true, challengeShown: true } },
    ],
    [
      'wait',
      'invisible, always, at rest',
      { challenge: invisible, settings: { kinds: { recaptcha: { always: true } } } },
    ],
    [
      'solve',
      'invisible, always for the kind, executed',
      { challenge: invisible, settings: { kinds: { recaptcha: { always: true } } }, situation: { executed: true } },
    ],
    [
      'solve',
      'invisible, always for the site, executed',
      { challenge: invisible, settings: { sites: { [SITE]: { always: true } } }, situation: { executed: true } },
    ],
    [
      'wait',
      'invisible, always for the kind, not here',
      {
        challenge: invisible,
        settings: { kinds: { recaptcha: { always: true } }, sites: { [SITE]: { always: false } } },
        situation: { executed: true },
      },
    ],
    [
      'wait',
      'invisible, always, hidden tab',
      {
        challenge: invisible,
        settings: { kinds: { recaptcha: { always: true } } },
        situation: { executed: true, tabVisible: false },
      },
    ],
    [
      'solve',
      'invisible, not drawn, challenge shown',
      { challenge: invisible, situation: { rendered: false, challengeShown: true } },
    ],
    ['solve', 'invisible, pressed', { challenge: invisible, pressed: true }],

    // Means.
    ['quiet', 'no key', { means: { service: null } }],
    ['quiet', 'no key, pressed', { means: { service: null }, pressed: true }],
    ['quiet', 'paused', { means: { paused: 'No money.' } }],
    ['quiet', 'paused, pressed', { means: { paused: 'No money.' }, pressed: true }],
    ['aloud', 'the service cannot', { means: { service: { ...capmonster, capabilities: {} } } }],

    // The widget itself.
    ['wait', 'answered', { situation: { answered: true } }],
    ['wait', 'answered, pressed', { situation: { answered: true }, pressed: true }],
    ['aloud', 'no site key', { challenge: { websiteKey: '' } }],
    ['aloud', 'malformed site key', { challenge: { websiteKey: '<script>' } }],
    ['aloud', 'malformed site key, pressed', { challenge: { websiteKey: 'short' }, pressed: true }],

    // Budgets: always on.
    ['solve', 'one below each limit', { counts: { today: 199, siteHour: 29, open: 19, openOnSite: 4 } }],
    ['aloud', 'day', { counts: { today: 200 } }],
    ['aloud', 'day, pressed', { counts: { today: 200 }, pressed: true }],
    ['aloud', 'site and hour', { counts: { siteHour: 30 } }],
    ['aloud', 'site and hour, pressed', { counts: { siteHour: 30 }, pressed: true }],
    ['wait', 'at once', { counts: { open: 20 } }],
    ['wait', 'at once, pressed', { counts: { open: 20 }, pressed: true }],
    ['wait', 'at once on the site', { counts: { openOnSite: 5 } }],
    // Where Solvent would not act anyway, it says nothing of limits.
    ['wait', 'day, invisible at rest', { challenge: invisible, counts: { today: 200 } }],
    ['wait', 'day, not drawn', { situation: { rendered: false }, counts: { today: 200 } }],
    ['wait', 'day, hidden tab', { situation: { tabVisible: false }, counts: { today: 200 } }],
  ])('%s: %s', (expected, _, row) => {
    expect(verdict(row)).toBe(expected);
  });

  it('says why and what to do whenever it refuses', () => {
    for (const row of [
      { settings: off },
      { means: { service: null } },
      { counts: { today: 200 } },
      { challenge: { websiteKey: '' } },
    ])
      expect(judged(row)).toMatchObject({
        verdict: 'refuse',
        quiet: expect.any(Boolean),
        reason: expect.stringMatching(/\.$/),
        advice: expect.stringMatching(/\.$/),
      });
    expect(judged({ means: { paused: 'Your account has no money left.' } })).toMatchObject({
      reason: 'Your account has no money left.',
    });
  });

  it('never solves where it is off, paused, without a key or out of budget', () => {
    const bool = fc.boolean();
    const mode = fc.constantFrom('automatic', 'ask', 'off');
    fc.assert(
      fc.property(
        fc.record({
          mode,
          siteMode: fc.option(mode, { nil: undefined }),
          kindMode: fc.option(mode, { nil: undefined }),
          when: fc.constantFrom('rendered', 'in-view', 'used'),
          situation: fc.record({
            rendered: bool,
            inView: bool,
            used: bool,
            tabVisible: bool,
            challengeShown: bool,
            executed: bool,
            answered: bool,
          }),
          invisible: bool,
          pressed: bool,
          incognito: bool,
          key: bool,
          paused: fc.constantFrom(null, 'x'),
          today: fc.constantFrom(0, 199, 200, 999),
          open: fc.constantFrom(0, 20),
        }),
        (c) => {
          const settings = {
            ...DEFAULTS,
            mode: c.mode,
            when: c.when,
            sites: { [SITE]: { mode: c.siteMode } },
            kinds: { recaptcha: { mode: c.kindMode } },
          } as Settings;
          const decision = decide(
            settings,
            { site: SITE, incognito: c.incognito },
            { service: c.key ? capmonster : null, paused: c.paused },
            {
              challenge: { ...challenge, invisible: c.invisible },
              situation: c.situation,
              pressed: c.pressed,
              counts: { ...none, today: c.today, open: c.open },
            },
          );
          fc.pre(decision.verdict === 'solve');
          const holds = c.siteMode ?? c.kindMode ?? c.mode;
          const never = [c.mode === 'off', holds === 'off', !c.key, c.paused, c.incognito, c.situation.answered];
          expect([...never, c.today >= 200, c.open >= 20].some(Boolean)).toBe(false);
          const unasked = [holds === 'ask', !c.situation.tabVisible, c.invisible && !c.situation.challengeShown];
          expect(!c.pressed && unasked.some(Boolean)).toBe(false);
        },
      ),
      { numRuns: 300, maxSkipsPerRun: 1_000 },
    );
  });
});

describe('modeFor and standsInTheWay', () => {
  it('lets a host name be any word', () => {
    for (const site of ['__proto__', 'constructor', 'toString'])
      expect(modeFor(DEFAULTS, site, 'recaptcha')).toBe('automatic');
  });

  it('asks about the place only, before anything is injected', () => {
    const at = { site: SITE, incognito: false };
    const means = { service: capmonster, paused: null };
    expect(standsInTheWay(DEFAULTS, at, means, 'recaptcha')).toBeNull();
    expect(standsInTheWay({ ...DEFAULTS, mode: 'ask' }, at, means, 'recaptcha')).toBeNull();
    expect(standsInTheWay({ ...DEFAULTS, mode: 'off' }, at, means, 'recaptcha')).toMatchObject({ quiet: true });
    expect(standsInTheWay(DEFAULTS, { ...at, incognito: true }, means, 'recaptcha')).toMatchObject({ quiet: true });
    expect(standsInTheWay(DEFAULTS, at, { ...means, service: null }, 'recaptcha')).toMatchObject({ quiet: true });
    expect(standsInTheWay(DEFAULTS, at, { ...means, paused: 'x' }, 'recaptcha')).toMatchObject({ reason: 'x' });
  });
});

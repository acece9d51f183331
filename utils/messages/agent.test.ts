import { describe, expect, it } from 'vitest';
import { newWidget } from '../../test/fakes/jobs';
import { AgentMessage } from './agent';
import { MAX_WIDGETS } from './port';

const widget = newWidget('w1');
const widgets = { type: 'widgets', document: 'd', widgets: [widget] };
const rule = { picture: { selectors: ['#captcha'] }, field: { selectors: ['[name="code"]'] } };
const accepts = (value: unknown) => AgentMessage.safeParse(value).success;

describe('AgentMessage', () => {
  it.each([
    { type: 'found', what: ['recaptcha'] },
    widgets,
    { ...widgets, widgets: [] },
    { type: 'delivered', document: 'd', job: 'j' },
    { type: 'undeliverable', document: 'd', job: 'j', reason: 'gone' },
    { type: 'pressed', document: 'd', ref: 'w1', button: 'solve' },
    { type: 'picked', document: 'd', session: 's', rule },
    { type: 'unpicked', document: 'd', session: 's' },
  ])('accepts %j', (value) => {
    expect(accepts(value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'widgets'],
    ['no type', { document: 'd' }],
    ['another type', { type: 'saveKey', service: 'capmonster', clientKey: 'x' }],
    ['more than it should', { type: 'delivered', document: 'd', job: 'j', key: 'x' }],
    ['no kinds', { type: 'found', what: [] }],
    ['an unknown kind', { type: 'found', what: ['x'] }],
    ['its own address', { ...widgets, websiteURL: 'https://bank.example' }],
    [
      'an address in the challenge',
      { ...widgets, widgets: [{ ...widget, challenge: { ...widget.challenge, websiteURL: 'https://bank.example' } }] },
    ],
    ['too many widgets', { ...widgets, widgets: Array.from({ length: MAX_WIDGETS + 1 }, () => widget) }],
    ['a long name', { ...widgets, document: 'x'.repeat(65) }],
    ['an empty name', { ...widgets, document: '' }],
    [
      'a long site key',
      { ...widgets, widgets: [{ ...widget, challenge: { ...widget.challenge, websiteKey: 'x'.repeat(257) } }] },
    ],
    [
      'a payload of 1 MB',
      { ...widgets, widgets: [{ ...widget, challenge: { ...widget.challenge, s: 'x'.repeat(1_000_000) } }] },
    ],
    [
      'a foreign domain',
      { ...widgets, widgets: [{ ...widget, challenge: { ...widget.challenge, apiDomain: 'evil.example' } }] },
    ],
    ['half a situation', { ...widgets, widgets: [{ ...widget, situation: { rendered: true } }] }],
    ['another button', { type: 'pressed', document: 'd', ref: 'w1', button: 'pay' }],
    ['a rule without a session', { type: 'picked', document: 'd', rule }],
    ['a rule for another site', { type: 'picked', document: 'd', session: 's', rule, host: 'bank.example' }],
    ['a rule without selectors', { type: 'picked', document: 'd', session: 's', rule: { ...rule, field: {} } }],
    ['a long reason', { type: 'undeliverable', document: 'd', job: 'j', reason: 'x'.repeat(301) }],
  ])('refuses %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});

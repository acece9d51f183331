/** @jsxImportSource react */
import { type RefObject, useEffect } from 'react';
import { type Answer, appendScript, type Enforcement, EVENTS, type Mode } from './arkose.ts';
import { record } from './page.ts';

interface Props {
  mode: Mode;
  selector?: string;
  /** Takes the vendor's object, for the page to run. */
  enforcement: RefObject<Enforcement>;
  onCompleted: (token: string) => void;
}

const listeners = Object.fromEntries(EVENTS.map((name) => [name, () => record(name)]));

/** The vendor's widget as a component: its script comes and goes with it. */
export function Arkose({ mode, selector, enforcement, onCompleted }: Props) {
  useEffect(
    () =>
      appendScript((given) => {
        enforcement.current = given;
        given.setConfig({
          ...listeners,
          mode,
          ...(selector !== undefined && { selector }),
          onCompleted: ({ token }: Answer) => onCompleted(token ?? ''),
        });
      }),
    [mode, selector, enforcement, onCompleted],
  );
  return selector === undefined ? null : <div id={selector.slice(1)} />;
}

/** @jsxImportSource react */
import { useCallback, useRef, useState } from 'react';
import type { Enforcement, Mode } from '../shared/arkose.ts';
import { Arkose } from '../shared/arkose-react.tsx';
import { record, submit } from '../shared/page.ts';
import { SignUpForm } from '../shared/react-form.tsx';

/** In a lightbox the form's own button runs the check, whose answer sends the form; inline it waits for the answer. */
export function App({ mode }: { mode: Mode }) {
  const enforcement = useRef<Enforcement>(null);
  const [token, setToken] = useState<string | null>(null);
  const [verdict, setVerdict] = useState('');
  const isInline = mode === 'inline';

  const send = useCallback(async (given: string | null) => setVerdict(await submit(given, 'arkose_token')), []);
  const handleCompleted = useCallback(
    (given: string) => {
      record('onCompleted', given);
      setToken(given);
      if (!isInline) void send(given);
    },
    [isInline, send],
  );

  return (
    <SignUpForm
      canSubmit={!isInline || token !== null}
      verdict={verdict}
      onSubmit={() => (isInline ? void send(token) : enforcement.current?.run())}
    >
      <Arkose
        mode={mode}
        {...(isInline && { selector: '#challenge' })}
        enforcement={enforcement}
        onCompleted={handleCompleted}
      />
    </SignUpForm>
  );
}

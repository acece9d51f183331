/** @jsxImportSource react */
import { useState } from 'react';
import Recaptcha from 'react-recaptcha';
import { record, siteKey, submit } from '../shared/page.ts';
import { SignUpForm } from '../shared/react-form.tsx';
import { mount } from '../shared/react-mount.ts';

function App() {
  const [token, setToken] = useState<string | null>(null);
  const [verdict, setVerdict] = useState('');

  return (
    <SignUpForm canSubmit={token !== null} verdict={verdict} onSubmit={async () => setVerdict(await submit(token))}>
      <Recaptcha
        sitekey={siteKey}
        render="explicit"
        onloadCallback={() => {}}
        verifyCallback={(value) => {
          record('verifyCallback', value);
          setToken(value);
        }}
        expiredCallback={() => {
          record('expiredCallback');
          setToken(null);
        }}
      />
    </SignUpForm>
  );
}

mount(<App />);

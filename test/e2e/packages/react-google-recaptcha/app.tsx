/** @jsxImportSource react */
import { useState } from 'react';
import ReCAPTCHA from 'react-google-recaptcha';
import { record, siteKey, submit } from '../shared/page.ts';
import { SignUpForm } from '../shared/react-form.tsx';

export function App() {
  const [token, setToken] = useState<string | null>(null);
  const [verdict, setVerdict] = useState('');

  // The package reports expiry through the same callback, with null.
  const handleChange = (value: string | null) => {
    record('onChange', value);
    setToken(value);
  };

  return (
    <SignUpForm canSubmit={token !== null} verdict={verdict} onSubmit={async () => setVerdict(await submit(token))}>
      <ReCAPTCHA sitekey={siteKey} onChange={handleChange} onErrored={() => record('onErrored')} />
    </SignUpForm>
  );
}

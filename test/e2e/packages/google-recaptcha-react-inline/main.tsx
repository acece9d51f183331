/** @jsxImportSource react */
import { GoogleReCaptchaCheckbox, GoogleReCaptchaProvider } from '@google-recaptcha/react';
import { useState } from 'react';
import { record, siteKey, submit } from '../shared/page.ts';
import { SignUpForm } from '../shared/react-form.tsx';
import { mount } from '../shared/react-mount.ts';

function App() {
  const [token, setToken] = useState<string | null>(null);
  const [verdict, setVerdict] = useState('');

  // An inline callback, as in the package's documentation: each answer re-renders the app, and the package then
  // replaces the answered widget by a fresh one while the app holds a good token.
  return (
    <SignUpForm canSubmit={token !== null} verdict={verdict} onSubmit={async () => setVerdict(await submit(token))}>
      <GoogleReCaptchaCheckbox
        onChange={(value) => {
          record('onChange', value);
          setToken(value);
        }}
      />
    </SignUpForm>
  );
}

mount(
  <GoogleReCaptchaProvider type="v2-checkbox" siteKey={siteKey}>
    <App />
  </GoogleReCaptchaProvider>,
);

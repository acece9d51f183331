/** @jsxImportSource react */
import { GoogleReCaptchaCheckbox, GoogleReCaptchaProvider } from '@google-recaptcha/react';
import { useCallback, useState } from 'react';
import { record, siteKey, submit } from '../shared/page.ts';
import { SignUpForm } from '../shared/react-form.tsx';
import { mount } from '../shared/react-mount.ts';

function App() {
  const [token, setToken] = useState<string | null>(null);
  const [verdict, setVerdict] = useState('');

  // Stable: the package renders a new widget whenever onChange changes (see google-recaptcha-react-inline).
  const handleChange = useCallback((value: string) => {
    record('onChange', value);
    setToken(value);
  }, []);
  const handleExpired = useCallback(() => {
    record('onExpired');
    setToken(null);
  }, []);

  return (
    <SignUpForm canSubmit={token !== null} verdict={verdict} onSubmit={async () => setVerdict(await submit(token))}>
      <GoogleReCaptchaCheckbox onChange={handleChange} onExpired={handleExpired} onError={() => record('onError')} />
    </SignUpForm>
  );
}

mount(
  <GoogleReCaptchaProvider type="v2-checkbox" siteKey={siteKey}>
    <App />
  </GoogleReCaptchaProvider>,
);

/** @jsxImportSource react */
import { GoogleReCaptchaBadge, GoogleReCaptchaProvider, useGoogleReCaptcha } from '@google-recaptcha/react';
import { useCallback, useState } from 'react';
import { record, siteKey, submit } from '../shared/page.ts';
import { SignUpForm } from '../shared/react-form.tsx';
import { mount } from '../shared/react-mount.ts';

function App() {
  const { executeV2Invisible, isLoading } = useGoogleReCaptcha();
  const [verdict, setVerdict] = useState('');

  const handleChange = useCallback(async (token: string) => {
    record('onChange', token);
    setVerdict(await submit(token));
  }, []);
  const handleExpired = useCallback(() => record('onExpired'), []);
  const handleError = useCallback(() => record('onError'), []);

  return (
    <SignUpForm canSubmit={!isLoading} verdict={verdict} onSubmit={() => void executeV2Invisible?.()}>
      <GoogleReCaptchaBadge onChange={handleChange} onExpired={handleExpired} onError={handleError} />
    </SignUpForm>
  );
}

mount(
  <GoogleReCaptchaProvider type="v2-invisible" siteKey={siteKey} explicit={true}>
    <App />
  </GoogleReCaptchaProvider>,
);

/** @jsxImportSource react */
import { useRef, useState } from 'react';
import ReCAPTCHA from 'react-google-recaptcha';
import { record, siteKey, submit } from '../shared/page.ts';
import { SignUpForm } from '../shared/react-form.tsx';
import { mount } from '../shared/react-mount.ts';

function App() {
  const recaptcha = useRef<ReCAPTCHA>(null);
  const [verdict, setVerdict] = useState('');

  const handleSubmit = async () => {
    try {
      const token = (await recaptcha.current?.executeAsync()) ?? null;
      record('executeAsync', token);
      setVerdict(await submit(token));
    } catch {
      // The package rejects with nothing, after onErrored.
      setVerdict('failed');
    }
  };

  return (
    <SignUpForm canSubmit={true} verdict={verdict} onSubmit={handleSubmit}>
      <ReCAPTCHA
        ref={recaptcha}
        size="invisible"
        sitekey={siteKey}
        onChange={(token) => record('onChange', token)}
        onErrored={() => record('onErrored')}
      />
    </SignUpForm>
  );
}

mount(<App />);

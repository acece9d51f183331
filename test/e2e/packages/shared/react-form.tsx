/** @jsxImportSource react */
import { type FormEvent, type ReactNode, useState } from 'react';

interface Props {
  canSubmit: boolean;
  verdict: string;
  onSubmit: () => void;
  children: ReactNode;
}

export function SignUpForm({ canSubmit, verdict, onSubmit, children }: Props) {
  const [name, setName] = useState('');

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };

  return (
    <form onSubmit={handleSubmit}>
      <label>
        Name <input name="name" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      {children}
      <button type="submit" disabled={!canSubmit}>
        Sign up
      </button>
      <p id="verdict">{verdict}</p>
    </form>
  );
}

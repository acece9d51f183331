import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './Button';
import css from './ForgetKey.module.css';

/** Forgets the key after a second press: a key that is gone has to be fetched again. */
export function ForgetKey({ onForget }: { onForget(): void }) {
  const [asking, setAsking] = useState<boolean | null>(null);
  const box = useRef<HTMLDivElement>(null);

  // The pressed button is replaced; without this the keyboard would start over at the top.
  useEffect(() => {
    if (asking !== null) box.current?.querySelector('button')?.focus();
  }, [asking]);

  return (
    <div ref={box} class={css['box']}>
      {asking ? (
        <>
          <Button onClick={() => setAsking(false)}>Keep key</Button>
          <Button look="quiet" onClick={onForget}>
            Yes, forget it
          </Button>
        </>
      ) : (
        <Button key="forget" look="quiet" onClick={() => setAsking(true)}>
          Forget key
        </Button>
      )}
    </div>
  );
}

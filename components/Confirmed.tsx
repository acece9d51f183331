import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './Button';
import css from './Confirmed.module.css';

interface Props {
  /** What is to be done, kept from being done, and done: visible words. */
  words: { ask: string; keep: string; yes: string };
  /** Which one, for the accessible names where there are several of the kind. */
  of?: string;
  onConfirm(): void;
}

/** A button whose work is done at a second press only, on another button. */
export function Confirmed({ words, of, onConfirm }: Props) {
  const [asking, setAsking] = useState<boolean | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const named = (text: string) => (of ? { name: `${text} ${of}` } : {});

  // The pressed button is replaced; without this the keyboard would start over at the top.
  useEffect(() => {
    if (asking !== null) box.current?.querySelector('button')?.focus();
  }, [asking]);

  return (
    <div ref={box} class={css['box']}>
      {asking ? (
        <>
          <Button {...named(words.keep)} onClick={() => setAsking(false)}>
            {words.keep}
          </Button>
          <Button look="quiet" {...named(words.yes)} onClick={onConfirm}>
            {words.yes}
          </Button>
        </>
      ) : (
        <Button key="ask" look="quiet" {...named(words.ask)} onClick={() => setAsking(true)}>
          {words.ask}
        </Button>
      )}
    </div>
  );
}

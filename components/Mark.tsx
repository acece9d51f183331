import css from './Mark.module.css';

/** Solvent's mark: a checkbox on its way to becoming a drop. */
export function Mark() {
  return (
    <svg class={css['mark']} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class={css['drop']} d="M16 1.5h11.5a3 3 0 0 1 3 3V16A14.5 14.5 0 1 1 16 1.5Z" />
      <path class={css['tick']} d="m9.2 16.8 4.9 4.9 9-10.4" />
    </svg>
  );
}

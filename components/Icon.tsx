import css from './Icon.module.css';

const PATHS = {
  alert: ['M8 2.2 14.6 13.6H1.4Z', 'M8 6.4v3.2', 'M8 11.6v.1'],
  check: ['m3 8.6 3.2 3.2L13 4.6'],
  chevron: ['m4 6.2 4 4 4-4'],
  clock: ['M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Z', 'M8 4.6V8l2.2 1.6'],
  cross: ['m4 4 8 8', 'm12 4-8 8'],
  external: ['M6.5 3.5h-3v9h9v-3', 'M9.5 2.5h4v4', 'M13.2 2.8 7.6 8.4'],
  info: ['M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Z', 'M8 7.4v3.6', 'M8 5v.1'],
  refresh: ['M13.2 8a5.2 5.2 0 1 1-1.6-3.8', 'M13.4 1.8v3h-3'],
  settings: ['M2 4.8h6.2', 'M12.2 4.8H14', 'M10.2 3v3.6', 'M2 11.2h1.8', 'M7.8 11.2H14', 'M5.8 9.4V13'],
  working: ['M8 1.8A6.2 6.2 0 1 1 1.8 8'],
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside words; it never stands for them. */
export function Icon({ name, spin = false }: { name: IconName; spin?: boolean }) {
  return (
    <svg class={spin ? css['spin'] : css['icon']} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {PATHS[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

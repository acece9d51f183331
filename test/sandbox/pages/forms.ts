export type { Loader, Parts, TestPage } from './assemble.ts';
export { assemble, form } from './assemble.ts';
export * from './checkbox-forms.ts';
export * from './hardened-forms.ts';
export * from './invisible-forms.ts';
export * from './moving-forms.ts';

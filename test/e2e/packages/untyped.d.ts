// Just enough for these pages: none of these modules brings types that can be found. Delete for @types/* if those come.

declare module 'react' {
  export type ReactNode = unknown;
  export interface FormEvent {
    preventDefault(): void;
  }
  export interface RefObject<T> {
    current: T | null;
  }
  export function useState<T>(initial: T): [T, (next: T) => void];
  export function useRef<T>(initial: null): RefObject<T>;
  export function useCallback<T>(callback: T, dependencies: readonly unknown[]): T;
  export function useEffect(run: () => (() => void) | undefined, dependencies: readonly unknown[]): void;
  export function StrictMode(props: { children?: ReactNode }): ReactNode;
}

declare module 'react/jsx-runtime' {
  export namespace JSX {
    type Element = import('react').ReactNode;
    type ElementType = string | ((props: never) => unknown) | (new (props: never) => { readonly props: unknown });
    interface ElementAttributesProperty {
      props: unknown;
    }
    interface ElementChildrenAttribute {
      children: unknown;
    }
    interface IntrinsicElements {
      form: { onSubmit?: (event: import('react').FormEvent) => void; children?: unknown };
      label: { children?: unknown };
      input: { name?: string; value?: string; onChange?: (event: { target: HTMLInputElement }) => void };
      button: { type?: 'submit'; disabled?: boolean; children?: unknown };
      div: { id?: string };
      p: { id?: string; children?: unknown };
    }
  }
}

declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(node: unknown): void };
}

declare module 'react-google-recaptcha' {
  interface Props {
    sitekey: string;
    size?: 'compact' | 'normal' | 'invisible';
    onChange?: (token: string | null) => void;
    onErrored?: () => void;
    ref?: import('react').RefObject<ReCAPTCHA>;
  }
  export default class ReCAPTCHA {
    constructor(props: Props);
    readonly props: Props;
    executeAsync(): Promise<string | null>;
  }
}

declare module 'react-recaptcha' {
  interface Props {
    sitekey: string;
    render?: 'onload' | 'explicit';
    onloadCallback?: () => void;
    verifyCallback?: (token: string) => void;
    expiredCallback?: () => void;
  }
  export default class Recaptcha {
    constructor(props: Props);
    readonly props: Props;
  }
}

declare module 'vue3-recaptcha2' {
  const vueRecaptcha: import('vue').DefineComponent<{ sitekey: string; size?: string; theme?: string }>;
  export default vueRecaptcha;
}

// What is said in place of a list: that it is being read, that it is empty, or why it could not be read.
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

export const Loading = () => (
  <p class="notice" aria-busy="true">
    Reading…
  </p>
);

export const Empty = ({ children }: { children: ComponentChildren }) => <p class="notice">{children}</p>;

/** Why what a form was sent for did not work; nothing while it is undefined. */
export const FormProblem = ({ text }: { text: Signal<string | undefined> }) =>
  text.value && (
    <p class="problem" role="alert">
      <bdi>{text}</bdi>
    </p>
  );

export const Problem = ({ children }: { children: string }) => (
  <p class="problem" role="alert">
    <strong>That did not work.</strong> <bdi>{children}</bdi>
  </p>
);

// How the page is shown: light or dark, and in large type for a projector.
import { effect } from '@preact/signals';
import { stored } from './stored.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const isTheme = (value: unknown): value is Theme => THEMES.includes(value as Theme);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export const display = {
  theme: stored<Theme>(localStorage, 'theme', 'auto', isTheme),
  isLarge: stored(localStorage, 'large type', false, isBoolean),
};

effect(() => {
  const { dataset } = document.documentElement;
  if (display.theme.value === 'auto') delete dataset.theme;
  else dataset.theme = display.theme.value;
  dataset.type = display.isLarge.value ? 'large' : 'usual';
});

// Signs that look the same on every machine, whatever fonts it has. Beside each stands a word.

/** Paths in a box of 16 by 16; those in `FILLED` are filled, the others are drawn as lines. */
const PATHS = {
  play: 'M5 3.5v9l7.5-4.5z',
  pause: 'M4.5 3.5h2.5v9H4.5zM9 3.5h2.5v9H9z',
  stop: 'M4.5 4.5h7v7h-7z',
  circle: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z',
  half: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3zM8 8V5.2M8 8l2 1.4',
  tick: 'M3.5 8.5l3 3 6-7',
  cross: 'M4 4l8 8M12 4l-8 8',
  dash: 'M4 8h8',
  warning: 'M8 2.5L14 13.5H2zM8 6.5v3.2M8 11.3v.6',
  folder: 'M2 4.5h4l1.5 1.5H14v7H2z',
  dot: 'M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 1 0 0-3z',
} as const;

const FILLED: readonly string[] = ['play', 'pause', 'stop', 'dot'];

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class="icon"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    fill={FILLED.includes(name) ? 'currentColor' : 'none'}
    stroke={FILLED.includes(name) ? 'none' : 'currentColor'}
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d={PATHS[name]} />
  </svg>
);

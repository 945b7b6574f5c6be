// The bar at the top: the account's clock within reach of every view, the account, and how the page is shown.
import { route } from '../route.ts';
import { display, THEMES } from '../state/display.ts';
import { AccountButton } from './account-dialog.tsx';
import { ClockControls, ClockFace } from './clock-controls.tsx';

const THEME_WORDS = { auto: 'As the system', light: 'Light', dark: 'Dark' };

export function TopBar() {
  return (
    <header>
      <a class="brand" href="#/connectors">
        <img src="/console/icon.svg" alt="" width="24" height="24" /> cloudglue-mock
      </a>
      {/* The view of time has the same, larger. */}
      {route.value.view !== 'time' && (
        <section class="time-bar" aria-label="The account's clock">
          <ClockFace />
          <ClockControls />
        </section>
      )}
      <div class="look">
        <AccountButton />
        <button
          type="button"
          class="outline small"
          aria-pressed={display.isLarge.value}
          onClick={() => {
            display.isLarge.value = !display.isLarge.value;
          }}
        >
          Large type
        </button>
        <label class="theme">
          <span class="unseen">Colours</span>
          <select
            value={display.theme.value}
            onChange={({ currentTarget }) => {
              display.theme.value = THEMES.find((theme) => theme === currentTarget.value) ?? 'auto';
            }}
          >
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {THEME_WORDS[theme]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}

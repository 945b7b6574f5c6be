// Advances the clock by any duration.
import { advance } from '../../parts/clock-controls.tsx';
import { LineForm } from '../../parts/line-form.tsx';

export const AdvanceForm = () => (
  <LineForm label="Advance by (ms, s, m, h, d)" action="Advance" keeps="1h" send={advance} />
);

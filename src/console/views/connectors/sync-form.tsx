// A field for any URI or link, for what is not listed or is written in another way.
import { LineForm } from '../../parts/line-form.tsx';
import { syncItem } from './sync-item.ts';

interface SyncFormProps {
  label: string;
  placeholder: string;
  /** The connector's id; without one the URL is that of a public source. */
  connector?: string;
}

export const SyncForm = ({ label, placeholder, connector }: SyncFormProps) => (
  <LineForm
    label={label}
    action="Sync"
    keeps=""
    placeholder={placeholder}
    send={(uri) => syncItem(uri, connector)}
  />
);

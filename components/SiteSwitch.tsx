import type { PopupView } from '../utils/messages/ui';
import { Switch } from './Switch';

interface Props {
  site: PopupView['site'];
  mode: PopupView['mode'];
  onSite(on: boolean): void;
}

/** Whether Solvent works on the site of this tab; the hostname, or the reason why not, stands beside it. */
export function SiteSwitch({ site, mode, onSite }: Props) {
  const off = mode === 'off';
  return (
    <Switch
      label="On this site"
      checked={!off && site !== null && site.mode !== 'off'}
      disabled={off || site === null}
      hint={hint(site, off)}
      onChange={onSite}
    />
  );
}

function hint(site: Props['site'], off: boolean): string {
  if (!site) return 'Solvent cannot run on this page.';
  if (off) return `${site.hostname}: off, like every other site.`;
  return site.hostname;
}

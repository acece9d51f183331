import { render } from 'preact';
import { OptionsPage } from '../../components/OptionsPage';
import { OptionsShell } from '../../components/OptionsShell';
import { Unreachable } from '../../components/Unreachable';
import { ask } from '../../utils/messages/ui-send';
import { createOptions } from '../../utils/ui/options';
import { onStorageChange } from '../../utils/ui/platform';

const options = createOptions({ ask, onChange: onStorageChange });

function App() {
  const view = options.view.value;
  return (
    <OptionsShell saving={options.saving.value}>
      {options.unreachable.value && <Unreachable onRetry={options.retry} />}
      {view && <OptionsPage view={view} onPatch={options.patch} />}
    </OptionsShell>
  );
}

render(<App />, document.getElementById('app') as HTMLElement);

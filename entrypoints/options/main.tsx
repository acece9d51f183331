import { computed } from '@preact/signals';
import { render } from 'preact';
import { OptionsPage } from '../../components/OptionsPage';
import { OptionsShell } from '../../components/OptionsShell';
import { Unreachable } from '../../components/Unreachable';
import { ask } from '../../utils/messages/ui-send';
import { clock } from '../../utils/ui/clock';
import { createHistory } from '../../utils/ui/history';
import { createOptions } from '../../utils/ui/options';
import { createPictureFiles } from '../../utils/ui/picture-files';
import { onStorageChange, saveFile } from '../../utils/ui/platform';

const options = createOptions({ ask, onChange: onStorageChange });

const history = createHistory({ ask, onChange: onStorageChange, save: saveFile });

const pictureFiles = createPictureFiles({ ask, save: saveFile, refresh: options.retry });

/** A pause that has an end is seen to end. */
const pausing = computed(
  () =>
    options.view.value?.accounts.some(({ state }) => state.state === 'problem' && state.until !== undefined) ?? false,
);
const now = clock(pausing);

function App() {
  const view = options.view.value;
  return (
    <OptionsShell saving={options.saving.value}>
      {options.unreachable.value && <Unreachable onRetry={options.retry} />}
      {view && (
        <OptionsPage
          view={view}
          checks={options.checks.value}
          now={now.value}
          accounts={options.accounts}
          history={history}
          pictureFiles={pictureFiles}
          onPatch={options.patch}
        />
      )}
    </OptionsShell>
  );
}

render(<App />, document.getElementById('app') as HTMLElement);

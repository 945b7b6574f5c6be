// What keeps the page from the mock, and what to do about it.
import { useSignal } from '@preact/signals';
import { connection, reconnect } from '../state/connection.ts';
import { FIRST_KEY, session } from '../state/session.ts';

export function TroubleBar() {
  const trouble = connection.trouble.value;
  if (trouble?.kind === 'token') return <TokenForm />;
  if (trouble) {
    return (
      <div class="trouble" role="alert">
        <p>
          <strong>{trouble.kind === 'gone' ? 'The mock is gone.' : 'The mock refuses.'}</strong>{' '}
          <bdi>{trouble.text}</bdi>
        </p>
        <button type="button" class="secondary small" onClick={reconnect}>
          Try now
        </button>
      </div>
    );
  }
  if (connection.isForgotten.value) {
    return (
      <div class="trouble" role="alert">
        <p>
          <strong>The mock has forgotten this account.</strong> It was restarted, or has made room for others.
          The account is back here as soon as its client sends a request.
        </p>
        <button
          type="button"
          class="secondary small"
          onClick={() => {
            session.key.value = FIRST_KEY;
          }}
        >
          Go to {FIRST_KEY}
        </button>
      </div>
    );
  }
  return null;
}

function TokenForm() {
  const token = useSignal('');
  const wasTried = session.adminToken.value !== '';
  return (
    <form
      class="trouble"
      onSubmit={(event) => {
        event.preventDefault();
        session.adminToken.value = token.value.trim();
        reconnect();
      }}
    >
      <label>
        {wasTried
          ? 'That is not the token that the mock was started with. Enter it again:'
          : 'This mock was started with --admin-token. Enter the token; it stays in this tab.'}
        <input
          type="password"
          autocomplete="off"
          required
          value={token}
          onInput={({ currentTarget }) => {
            token.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="small">
        Go on
      </button>
    </form>
  );
}

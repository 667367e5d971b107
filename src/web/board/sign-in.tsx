import { type SubmitEvent, useState } from 'react';
import { enter } from './live/token.js';

/** Asks for a token. It stays in the memory of the page, and is asked for again when the page is loaded again. */
export function SignIn({ refusal }: { readonly refusal: string }) {
  const [token, setToken] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (token.trim() !== '') enter(token.trim());
  };
  return (
    <section className="panel sign-in">
      <h1>Who are you?</h1>
      <p>This server answers those whom it knows by a token.</p>
      <form onSubmit={submit}>
        <label htmlFor="token">Token</label>
        <input
          id="token"
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          value={token}
          onChange={(event) => {
            setToken(event.target.value);
          }}
        />
        <button type="submit">Enter</button>
      </form>
      <p role="alert" className="refusal">
        {refusal}
      </p>
    </section>
  );
}

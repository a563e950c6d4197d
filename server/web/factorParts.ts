// The parts of pages that are about the second factor; their scripts show what is hidden.
import { html } from 'hono/html'
import type { WebWords } from './words.ts'

/** A picture for the authenticator’s camera, and the same as text for who types it. */
export const setupOf = (words: WebWords) =>
  html`<p>${words.setupText}</p>
    <div id="picture" role="img" aria-label="${words.pictureLabel}"></div>
    <p>${words.secretLabel} <code id="secret" dir="ltr"></code></p>`

export const codeField = (words: WebWords) =>
  html`<label for="code">${words.code}</label>
    <input
      id="code"
      name="code"
      autocomplete="one-time-code"
      autocapitalize="characters"
      maxlength="60"
      dir="ltr"
      aria-describedby="code-hint"
    />
    <p class="soft" id="code-hint">${words.codeHint}</p>`

/** Shown once. */
export const recoveryOf = (words: WebWords) =>
  html`<section id="recovery" hidden tabindex="-1" aria-labelledby="recovery-title">
    <h2 id="recovery-title">${words.recoveryTitle}</h2>
    <p>${words.recoveryText}</p>
    <ul id="recovery-codes" dir="ltr"></ul>
    <button id="recovery-done" class="primary">${words.onward}</button>
  </section>`

const passwordField = (words: WebWords) =>
  html`<label for="password">${words.password}</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required />`

export const factorForm = (words: WebWords) =>
  html`<p>${words.factorOff}</p>
    <button id="begin">${words.setUp}</button>
    <form id="set" method="post" hidden>
      ${setupOf(words)} ${passwordField(words)} ${codeField(words)}
      <button class="primary">${words.turnOn}</button>
    </form>`

export const factorHere = (words: WebWords, left: number) =>
  html`<p>${words.factorOn}</p>
    <p>${words.recoveryLeft} <span>${left}</span></p>
    <form id="change" method="post">
      ${passwordField(words)} ${codeField(words)}
      <button name="what" value="renew">${words.renew}</button>
      <button name="what" value="off">${words.turnOff}</button>
    </form>`

// Runs before anything is on the page: who is quicker than its scripts has their form kept until these are there (ask.js), and no browser
// sends a password by itself meanwhile.
/** @type {{ form: EventTarget | null, submitter: HTMLElement | null } | null} */
let daybookEarly = null

document.addEventListener(
  'submit',
  (event) => {
    event.preventDefault()
    daybookEarly = { form: event.target, submitter: event.submitter }
  },
  true,
)

/** Whether this form was sent already, told once. @param {HTMLElement} form */
const daybookTakeEarly = (form) => {
  const early = daybookEarly?.form === form ? daybookEarly : null
  daybookEarly = null
  return early
}
Reflect.set(globalThis, 'daybookTakeEarly', daybookTakeEarly)

// English words of the timer screens.
export const timer = {
  title: 'timer',
}

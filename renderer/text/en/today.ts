// English words of the today screens.
export const today = {
  title: 'today',
}

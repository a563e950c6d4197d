// English words of the welcome screens.
export const welcome = {
  title: 'welcome',
}

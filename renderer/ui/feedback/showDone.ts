// Says for a moment that something was done.
import { notifications } from '@mantine/notifications'

export function showDone(message: string): void {
  notifications.show({ message, role: 'status', autoClose: 4000 })
}
